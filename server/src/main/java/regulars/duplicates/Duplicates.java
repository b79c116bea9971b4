package regulars.duplicates;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import regulars.access.ActorNames;
import regulars.customers.CustomerSummary;
import regulars.customers.Customers;
import regulars.duplicates.PairStore.WorthBar;
import regulars.kernel.Actor;
import regulars.kernel.Fault;
import regulars.work.Jobs;
import schema.duplicates.tables.records.RunRecord;

/** Searches, and the pairs they found, as people see them. Safe for use by several threads. */
@Service
class Duplicates {
    /** The weights age as the base grows: after so long everybody is compared again. */
    private static final Duration WHOLE_AGAIN = Duration.ofDays(30);

    private final PairStore pairs;
    private final RunStore runs;
    private final MirrorPeople people;
    private final Customers customers;
    private final ActorNames names;
    private final Jobs jobs;
    private final InstantSource clock;

    Duplicates(
            PairStore pairs,
            RunStore runs,
            MirrorPeople people,
            Customers customers,
            ActorNames names,
            Jobs jobs,
            InstantSource clock) {
        this.pairs = pairs;
        this.runs = runs;
        this.people = people;
        this.customers = customers;
        this.names = names;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * @param runningJob null while none runs
     * @param last null before the first search
     * @param automatic whether sure pairs are merged without a person
     * @param mergedByItself how many were, and still are
     */
    record DuplicatesOverview(
            @Nullable UUID runningJob,
            @Nullable SearchView last,
            boolean automatic,
            int open,
            int later,
            int same,
            int different,
            int mergedByItself,
            List<WorthBar> bars) {}

    /** @param cut how many times a person was alike to so many that they were compared with some of them only */
    record SearchView(
            boolean whole,
            Instant startedAt,
            Instant endedAt,
            long people,
            long compared,
            long found,
            long cut,
            long merged) {}

    /**
     * @param one null where the caller cannot see them any more; {@code other} also when they were merged
     * @param settledBy null for whoever is gone without a trace
     */
    record DuplicatePair(
            UUID id,
            PairState state,
            boolean sure,
            double probability,
            double bits,
            List<PairReason> reasons,
            @Nullable CustomerSummary one,
            @Nullable CustomerSummary other,
            @Nullable Instant settledAt,
            @Nullable String settledBy,
            boolean automatic) {}

    DuplicatesOverview overview() {
        var counts = pairs.counts();
        return new DuplicatesOverview(
                running(),
                runs.lastEnded().map(Duplicates::view).orElse(null),
                runs.automatic(),
                counts.getOrDefault(PairState.OPEN, 0),
                counts.getOrDefault(PairState.LATER, 0),
                counts.getOrDefault(PairState.ONE, 0),
                counts.getOrDefault(PairState.TWO, 0),
                pairs.automatic(),
                pairs.bars());
    }

    List<DuplicatePair> page(PairState state, boolean automaticOnly, @Nullable UUID after, int limit) {
        var page = pairs.page(state, automaticOnly, after, limit);
        Set<Integer> numbers = new LinkedHashSet<>();
        page.forEach(pair -> numbers.addAll(List.of(pair.one(), pair.other())));
        var ids = customers.ids(numbers);
        var summaries = customers.summaries(numbers).stream()
                .collect(Collectors.toMap(CustomerSummary::id, Function.identity()));
        var actors = new LinkedHashSet<String>();
        for (var pair : page) if (pair.settledBy() != null) actors.add(pair.settledBy());
        var called = names.of(actors);
        List<DuplicatePair> seen = new ArrayList<>(page.size());
        for (var pair : page) {
            var worth = pair.worth();
            seen.add(new DuplicatePair(
                    pair.id(),
                    pair.state(),
                    worth.sure(),
                    worth.probability(),
                    worth.bits(),
                    worth.reasons(),
                    summaries.get(ids.get(pair.one())),
                    summaries.get(ids.get(pair.other())),
                    pair.settledAt(),
                    called.get(String.valueOf(pair.settledBy())),
                    pair.automatic()));
        }
        return seen;
    }

    /** Begins a search: of the whole base, or of those who changed. */
    @Transactional
    UUID search(boolean whole, Actor actor) {
        if (running() != null) {
            throw new Fault(
                    DuplicatesFault.SEARCH_RUNNING, "A search is under way: wait until it has ended, or stop it.");
        }
        var job = jobs.submit(SearchJob.KIND, Map.of("whole", whole), actor);
        runs.begin(job, whole, actor, clock.instant());
        return job;
    }

    /** Begins a search by itself when there is something new to find. */
    @Transactional
    void keepUp() {
        if (running() != null) return;
        var learned = runs.learned().orElse(null);
        if (learned == null || wholeIsOld()) {
            if (people.count() > 1) search(true, Actor.SYSTEM);
        } else if (!people.changedSince(learned.readAt()).isEmpty()) {
            search(false, Actor.SYSTEM);
        }
    }

    private boolean wholeIsOld() {
        var last = runs.lastWhole().orElse(Instant.EPOCH);
        return last.isBefore(clock.instant().minus(WHOLE_AGAIN));
    }

    void automatic(boolean automatic, Actor actor) {
        runs.automatic(automatic, actor, clock.instant());
    }

    private @Nullable UUID running() {
        return runs.last()
                .filter(run -> run.getEndedAt() == null)
                .map(RunRecord::getId)
                .filter(id -> !jobs.get(id).state().ended())
                .orElse(null);
    }

    private static SearchView view(RunRecord run) {
        return new SearchView(
                run.getWhole(),
                run.getStartedAt(),
                run.getEndedAt(),
                run.getPeople(),
                run.getCompared(),
                run.getFound(),
                run.getCut(),
                run.getMerged());
    }
}
