package regulars.forms;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import regulars.customers.Attributes;
import regulars.kernel.Actor;
import regulars.kernel.Fault;
import regulars.kernel.Ids;

/** Forms as their authors work on them: a draft that changes, and versions that do not. */
@Service
class Forms {
    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{1,59}");
    private static final int LONGEST_NAME = 200;

    private final FormStore store;
    private final Attributes attributes;
    private final InstantSource clock;

    Forms(FormStore store, Attributes attributes, InstantSource clock) {
        this.store = store;
        this.attributes = attributes;
        this.clock = clock;
    }

    List<FormLine> page(@Nullable UUID after, boolean archived, int limit) {
        return store.page(after, archived, limit);
    }

    FormView get(UUID id) {
        return store.find(id).orElseThrow(() -> unknown(id.toString()));
    }

    List<FormVersion> versions(UUID id) {
        return store.versions(get(id).id());
    }

    /** What stands in the way of publishing. */
    List<FormCheck.FormProblem> problems(FormDefinition draft) {
        return FormCheck.of(draft, attributes.all());
    }

    @Transactional
    public FormView create(String slug, String name, FormDefinition draft) {
        if (!SLUG.matcher(slug).matches()) {
            throw new Fault(
                            FormsFault.FORM_SLUG_INVALID,
                            "'" + slug + "' cannot be an address: take small Latin letters, digits and hyphens.")
                    .at("slug", slug);
        }
        var now = clock.instant();
        var form = new FormView(Ids.next(now), slug, name(name), 1, null, false, bounded(draft), now);
        if (store.add(form)) return form;
        throw new Fault(
                        FormsFault.FORM_SLUG_TAKEN,
                        "There is a form at '" + slug + "' already: choose another address.")
                .at("slug", slug);
    }

    @Transactional
    public FormView change(UUID id, int base, String name, FormDefinition draft) {
        get(id);
        if (!store.change(id, base, name(name), bounded(draft), clock.instant())) {
            throw new Fault(
                    FormsFault.FORM_CHANGED,
                    "Somebody else changed this form meanwhile: reload it and make your changes again.");
        }
        return get(id);
    }

    /** Gives visitors the draft as it is now. */
    @Transactional
    public FormView publish(UUID id, Actor actor) {
        store.lock(id);
        var form = get(id);
        var problems = problems(form.draft());
        if (!problems.isEmpty()) {
            throw new Fault(
                            FormsFault.FORM_NOT_READY,
                            "The form cannot be published yet: mend " + problems.size() + " places first.")
                    .with("count", problems.size())
                    .with("problems", problems);
        }
        var versions = store.versions(id);
        int next = versions.isEmpty() ? 1 : versions.getFirst().version() + 1;
        store.publish(id, next, form.draft(), actor.toString(), clock.instant());
        return get(id);
    }

    /** Takes the form off its address; what was submitted stays. */
    @Transactional
    public FormView archive(UUID id, boolean archived) {
        get(id);
        store.archive(id, archived ? clock.instant() : null);
        return get(id);
    }

    private static String name(String given) {
        var name = given.strip();
        if (!name.isEmpty() && name.length() <= LONGEST_NAME) return name;
        throw new Fault(FormsFault.FORM_NAME_INVALID, "A form needs a name of at most " + LONGEST_NAME + " characters.")
                .at("name", null)
                .with("limit", LONGEST_NAME);
    }

    private static FormDefinition bounded(FormDefinition draft) {
        if (FormCheck.tooLarge(draft))
            throw new Fault(FormsFault.FORM_TOO_LARGE, "A form has at most 60 fields, 50 choices each and 10 boxes.")
                    .with("limit", 60);
        return draft;
    }

    static Fault unknown(String form) {
        return new Fault(FormsFault.FORM_NOT_FOUND, "There is no form '" + form + "': look it up in the list of forms.")
                .at("form", form);
    }
}
