package regulars.content;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import regulars.kernel.Actor;
import regulars.kernel.Fault;
import regulars.kernel.Ids;

/** What is said to people: templates with their versions. Safe for use by several threads. */
@Service
public class Templates {
    private static final int MOST_COMPILED = 200;

    private final TemplateStore store;
    private final InstantSource clock;
    private final Map<Version, CompiledTemplate> compiled = new ConcurrentHashMap<>();

    Templates(TemplateStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    private record Version(UUID id, int number) {}

    /** Refuses a template that cannot be compiled, with the line. */
    @Transactional
    public TemplateView create(TemplateDraft draft, Actor author) {
        compile(draft);
        var now = clock.instant();
        var id = Ids.next(now);
        store.insert(id, draft, author.toString(), now);
        return get(id);
    }

    /**
     * Appends a version.
     *
     * @param base the version it was made from; a later one by somebody else is not overwritten
     */
    @Transactional
    public TemplateView change(UUID id, int base, TemplateDraft draft, Actor author) {
        compile(draft);
        var current = get(id);
        if (!store.appendAfter(id, base, draft, author.toString(), clock.instant()))
            throw new Fault(
                            ContentFault.TEMPLATE_CHANGED,
                            "Template " + id + " is at version " + current.version() + ", this was made from " + base
                                    + ": load the new version first, or save under another name.")
                    .with("version", current.version());
        return get(id);
    }

    /** Takes a template out of the lists, or back into them. Campaigns that use it go on. */
    @Transactional
    public TemplateView archive(UUID id, boolean archived) {
        get(id);
        store.archive(id, archived, clock.instant());
        return get(id);
    }

    public TemplateView get(UUID id) {
        return store.find(id, null).orElseThrow(() -> unknown(id));
    }

    public TemplateView get(UUID id, int version) {
        return store.find(id, version).orElseThrow(() -> unknown(id));
    }

    public List<TemplateView> page(@Nullable UUID after, @Nullable String search, boolean archived, int limit) {
        return store.page(after, search, archived, limit);
    }

    /** The last version, ready to render. */
    public CompiledTemplate compile(UUID id) {
        return compile(id, get(id).version());
    }

    /** A version, ready to render; compiled once. */
    public CompiledTemplate compile(UUID id, int version) {
        if (compiled.size() > MOST_COMPILED) compiled.clear();
        return compiled.computeIfAbsent(
                new Version(id, version),
                _ -> new CompiledTemplate(id, get(id, version).draft()));
    }

    /** Something not saved yet, ready to render. */
    public CompiledTemplate compile(TemplateDraft draft) {
        return new CompiledTemplate(null, draft);
    }

    private static Fault unknown(UUID id) {
        return new Fault(ContentFault.TEMPLATE_NOT_FOUND, "There is no template " + id + ".").at("id", id);
    }
}
