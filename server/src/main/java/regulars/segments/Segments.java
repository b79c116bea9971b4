package regulars.segments;

import static regulars.segments.SegmentsFault.SEGMENT_CHANGED;
import static regulars.segments.SegmentsFault.SEGMENT_IN_USE;
import static regulars.segments.SegmentsFault.SEGMENT_NAME_INVALID;
import static regulars.segments.SegmentsFault.SEGMENT_NAME_TAKEN;
import static regulars.segments.SegmentsFault.SEGMENT_NOT_FOUND;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Service;
import regulars.kernel.Actor;
import regulars.kernel.Fault;
import regulars.kernel.Ids;
import regulars.segments.SegmentStore.Stored;

/** Named rules about customers, and who meets them. Safe for use by several threads. */
@Service
public class Segments {
    private static final int LONGEST_NAME = 120;

    private final SegmentStore store;
    private final Members members;
    private final SegmentHistoryStore histories;
    private final RuleEngine engine;
    private final SegmentEvaluation evaluation;
    private final List<SegmentUse> uses;
    private final InstantSource clock;

    Segments(
            SegmentStore store,
            Members members,
            SegmentHistoryStore histories,
            RuleEngine engine,
            SegmentEvaluation evaluation,
            List<SegmentUse> uses,
            InstantSource clock) {
        this.store = store;
        this.members = members;
        this.histories = histories;
        this.engine = engine;
        this.evaluation = evaluation;
        this.uses = List.copyOf(uses);
        this.clock = clock;
    }

    /** Makes a segment and evaluates it at once, unless the mirror is not ready: then its members come later. */
    public UUID create(String name, Rule rule, Actor actor) {
        var kept = name(name, null);
        engine.check(rule);
        var now = clock.instant();
        var id = Ids.next(now);
        store.insert(id, kept, rule, actor.toString(), now);
        evaluation.whenPossible(id, DeltaCause.CREATED);
        return id;
    }

    /**
     * Changes the name or the rule.
     *
     * @param version that the edit was made on; another's edit in between refuses this one
     */
    public SegmentView update(UUID id, int version, String name, Rule rule, Actor actor) {
        var old = live(id);
        var kept = name(name, id);
        engine.check(rule, id, kept);
        if (old.version() != version || !store.update(old, kept, rule, actor.toString(), clock.instant())) {
            throw new Fault(SEGMENT_CHANGED, "The segment '" + old.name() + "' was changed meanwhile: load it again.")
                    .at("version", version)
                    .with("name", old.name());
        }
        if (!rule.equals(old.rule())) {
            evaluation.whenPossible(id, DeltaCause.EDITED);
            asking(id).forEach(other -> evaluation.whenPossible(other, DeltaCause.LIVE));
        }
        return get(id);
    }

    /** The segments that have to do with this one through their rules, the nearest first. */
    private Set<UUID> asking(UUID id) {
        Set<UUID> found = new LinkedHashSet<>();
        Deque<UUID> next = new ArrayDeque<>(List.of(id));
        while (!next.isEmpty()) {
            for (var other : store.asking(next.removeFirst())) if (found.add(other.id())) next.add(other.id());
        }
        return found;
    }

    /** Deletes it unless something is built on it; {@link #restore} brings it back. */
    public void delete(UUID id) {
        var segment = live(id);
        var used = usedBy(id);
        if (!used.isEmpty()) {
            throw new Fault(
                            SEGMENT_IN_USE,
                            "'" + segment.name() + "' is used by '"
                                    + used.getFirst().name() + "': change that first.")
                    .at("id", id)
                    .with("name", segment.name())
                    .with("use", used.getFirst().name())
                    .with("count", used.size());
        }
        store.delete(id, clock.instant());
    }

    /** Of a deleted one too. */
    Rule ruleOf(UUID id) {
        return store.find(id).orElseThrow(() -> unknown(id)).rule();
    }

    public SegmentView restore(UUID id) {
        var segment = store.find(id).orElseThrow(() -> unknown(id));
        if (segment.deleted()) {
            name(segment.name(), id);
            store.restore(id);
            evaluation.whenPossible(id, DeltaCause.LIVE);
        }
        return get(id);
    }

    public SegmentView get(UUID id) {
        var segment = live(id);
        return view(segment, members.seen(histories.sizes(List.of(id))));
    }

    /**
     * Newest first.
     *
     * @param before the id of the last one of the page before
     * @param search a part of the name, the folder or a tag
     */
    public List<SegmentView> list(@Nullable UUID before, @Nullable String search, int limit) {
        return filtered(before, new SegmentFilter(search, null, null), limit);
    }

    List<SegmentView> filtered(@Nullable UUID before, SegmentFilter filter, int limit) {
        var page = store.filtered(before, filter, limit);
        var sizes = members.seen(histories.sizes(page.stream().map(Stored::id).toList()));
        return page.stream().map(segment -> view(segment, sizes)).toList();
    }

    public List<SegmentUse.UsedBy> usedBy(UUID id) {
        return uses.stream().flatMap(use -> use.of(id).stream()).toList();
    }

    /** The members in the caller's sight as last evaluated; a segment that never was is evaluated now. */
    public RoaringBitmap members(UUID id) {
        live(id);
        if (!members.evaluated(id))
            return members.seen(evaluation.now(id, DeltaCause.CREATED).members());
        return members.of(id);
    }

    /** The members in the caller's sight as they were at a moment; nobody before the segment was first evaluated. */
    RoaringBitmap members(UUID id, Instant at) {
        live(id);
        return members.at(id, at);
    }

    /** When a customer last entered; null who never did. */
    @Nullable
    Entrance entered(UUID id, int customer) {
        return members.entered(id, customer);
    }

    /** Waits for the mirror to have everything committed before this call, then evaluates for good. */
    public Audience freeze(UUID id) {
        live(id);
        return evaluation.freeze(id);
    }

    /** The segments that a customer is in. */
    public List<UUID> of(int customer) {
        return members.segmentsOf(customer);
    }

    /** How many people each of the rules holds for at that moment, all from one pass over the base. */
    public List<Integer> counts(List<Rule> rules, Instant asOf) {
        return engine.counts(rules, asOf);
    }

    /** How many people in the caller's sight went from which of the rules to which between two moments, at once. */
    public List<Shift> shifts(List<Rule> rules, Instant before, Instant after) {
        return engine.shifts(rules, before, after);
    }

    /** Whether one of the rules asks what is known as it is now alone, whatever moment is asked about. */
    public boolean askAboutToday(List<Rule> rules) {
        var catalogue = engine.context(clock.instant()).catalogue();
        return rules.stream()
                .anyMatch(rule -> !PastKnowledge.knownToday(rule, catalogue).isEmpty());
    }

    /** Whether customers have a number under this key: a field of the company's own, or what another room keeps. */
    public boolean hasNumber(String key) {
        return engine.typeOf(key).filter(ValueType::isNumber).isPresent();
    }

    /** Who in the caller's sight meets a rule at a moment; the rule is checked first. */
    public RoaringBitmap people(Rule rule, Instant asOf) {
        return engine.people(rule, asOf);
    }

    private Stored live(UUID id) {
        return store.find(id).filter(segment -> !segment.deleted()).orElseThrow(() -> unknown(id));
    }

    /** A name that a new segment may have. */
    String free(String name) {
        return name(name, null);
    }

    private String name(String name, @Nullable UUID id) {
        var kept = name.strip();
        if (kept.isEmpty() || kept.length() > LONGEST_NAME) {
            throw new Fault(SEGMENT_NAME_INVALID, "A segment needs a name of 1 to " + LONGEST_NAME + " characters.")
                    .at("name", kept)
                    .with("limit", LONGEST_NAME);
        }
        if (store.taken(kept, id)) {
            throw new Fault(SEGMENT_NAME_TAKEN, "There is a segment '" + kept + "' already: choose another name.")
                    .at("name", kept)
                    .with("name", kept);
        }
        return kept;
    }

    private static SegmentView view(Stored segment, Map<UUID, SegmentSize> sizes) {
        return new SegmentView(
                segment.id(),
                segment.name(),
                segment.rule(),
                segment.version(),
                sizes.get(segment.id()),
                segment.folder(),
                segment.tags(),
                segment.createdAt(),
                segment.updatedAt());
    }

    private static Fault unknown(UUID id) {
        return new Fault(SEGMENT_NOT_FOUND, "There is no segment " + id + ": it may have been deleted.").at("id", id);
    }
}
