package regulars.duplicates;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;
import regulars.duplicates.RunStore.Learned;
import regulars.duplicates.model.Search;
import regulars.duplicates.model.Search.Found;
import regulars.duplicates.model.Search.Step;
import regulars.warehouse.Warehouse;
import regulars.work.JobHandler;
import regulars.work.JobRun;
import tools.jackson.databind.json.JsonMapper;

/** Searches the base, or those who changed, keeps what it finds, and merges what is sure where that is wanted. */
@Component
class SearchJob implements JobHandler {
    static final String KIND = "duplicates.search";
    private static final Duration MIRROR_WAIT = Duration.ofSeconds(30);
    /** People whose change was written while the last search began to read. */
    private static final Duration OVERLAP = Duration.ofMinutes(5);

    private static final int BATCH = 500;
    private static final int GROWN = 2;

    private final MirrorPeople people;
    private final PairStore pairs;
    private final RunStore runs;
    private final Verdicts verdicts;
    private final Warehouse warehouse;
    private final InstantSource clock;

    SearchJob(
            MirrorPeople people,
            PairStore pairs,
            RunStore runs,
            Verdicts verdicts,
            Warehouse warehouse,
            InstantSource clock) {
        this.people = people;
        this.pairs = pairs;
        this.runs = runs;
        this.verdicts = verdicts;
        this.warehouse = warehouse;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) throws IOException {
        warehouse.catchUp(MIRROR_WAIT);
        var readAt = clock.instant();
        var learned = run.payload().path("whole").asBoolean() ? null : learned();
        var changed =
                learned == null ? null : people.changedSince(learned.readAt().minus(OVERLAP));
        if (changed == null || !changed.isEmpty()) search(run, learned, changed, readAt);
        long merged = runs.automatic() ? verdicts.mergeSure(run::checkpoint) : 0;
        runs.end(run.id(), merged, clock.instant());
        run.result(JsonMapper.shared().valueToTree(Map.of("merged", merged)));
    }

    /** Null when the base has outgrown what was learned: everybody is then compared anew. */
    private @Nullable Learned learned() {
        var learned = runs.learned().orElse(null);
        return learned == null || people.count() > GROWN * learned.people() ? null : learned;
    }

    private void search(JobRun run, @Nullable Learned learned, @Nullable RoaringBitmap changed, Instant readAt)
            throws IOException {
        var folder = Path.of(System.getProperty("java.io.tmpdir"));
        try (var search =
                new Search(people, people.count(), folder, (step, done, total) -> tell(run, step, done, total))) {
            var weights = learned == null ? search.learn() : learned.weights();
            var kept = new Batches(run.id());
            var outcome = search.find(weights, number -> changed == null || changed.contains(number), kept::add);
            kept.flush();
            pairs.dropUnfound(run.id(), changed == null ? null : changed.toArray());
            runs.searched(run.id(), weights, outcome, readAt);
        }
    }

    /** Reading, learning and comparing are a third each. */
    private static void tell(JobRun run, Step step, long done, long total) {
        run.checkpoint();
        long share = total == 0 ? 0 : Math.min(1000, done * 1000 / total);
        run.progress(step.ordinal() * 1000L + share, Step.values().length * 1000L);
    }

    /** Found pairs on their way to the table. */
    private final class Batches {
        private final UUID run;
        private final List<Found> waiting = new ArrayList<>();

        Batches(UUID run) {
            this.run = run;
        }

        void add(Found found) {
            waiting.add(found);
            if (waiting.size() == BATCH) flush();
        }

        void flush() {
            pairs.keep(waiting, run, clock.instant());
            waiting.clear();
        }
    }
}
