package regulars.sources;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import regulars.kernel.Release;
import schema.sources.tables.records.ImportRecord;
import tools.jackson.databind.json.JsonMapper;

/**
 * One import following the trail of the one before and leaving its own. As long as nothing is written it leaves none: the
 * other's is still true. Used by one thread.
 */
final class Trailing {
    /** Another release may read a row in another way. */
    private static final String RELEASE = Release.read().toString();

    private final TrailStore store;
    private final ImportRecord stored;
    private final boolean kept;
    private final @Nullable UUID before;
    private final Trail trail;
    private int block;

    private Trailing(TrailStore store, ImportRecord stored, boolean kept, @Nullable UUID before) {
        this.store = store;
        this.stored = stored;
        this.kept = kept;
        this.before = before;
        this.trail = before == null ? Trail.none() : new Trail(number -> store.block(before, number));
        this.block = kept ? store.blocks(stored.getId()) : 0;
    }

    static Trailing of(TrailStore store, ImportRecord stored, ImportPlan plan) {
        boolean followed = plan.request().kind() != ImportKind.SUPPRESSIONS;
        var reading = reading(plan);
        boolean kept = followed && !stored.getDryRun();
        if (kept) store.reading(stored.getId(), reading);
        return new Trailing(store, stored, kept, followed ? store.before(stored, reading) : null);
    }

    /** All that decides what a row means, but the row. */
    private static String reading(ImportPlan plan) {
        var request = plan.request();
        var all = List.of(
                RELEASE,
                String.valueOf(request.kind()),
                plan.header(),
                JsonMapper.shared().valueToTree(request.mapping()),
                String.valueOf(request.dateOrder()),
                String.valueOf(request.decimalMark()),
                String.valueOf(request.currency()),
                String.valueOf(request.country()),
                String.valueOf(request.rates()),
                String.valueOf(request.consent()),
                String.valueOf(plan.organisation()));
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(digest.digest(
                            JsonMapper.shared().writeValueAsString(all).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    Trail trail() {
        return trail;
    }

    /** The import before, when this one has the same bytes to read in the same way: then no row needs to be looked at. */
    @Nullable
    ImportRecord whole() {
        return before == null ? null : store.whole(before, stored);
    }

    /** The import before, block by block, as long as it is there. */
    void blocks(Consumer<byte[]> each) {
        if (before == null) return;
        int number = 0;
        for (var some = store.blocks(before, 0); !some.isEmpty(); some = store.blocks(before, number)) {
            some.forEach(each);
            number += some.size();
        }
    }

    /** What a batch took, in the transaction of the batch. */
    void keep(List<TrailStore.Entry> entries, long passedBefore, boolean wrote) {
        if (!kept || entries.isEmpty()) return;
        if (block == 0) {
            if (!wrote) return;
            if (before != null) block = store.copy(before, stored.getId(), passedBefore);
        }
        store.add(stored.getId(), block++, entries);
    }

    void finish() {
        if (kept && block > 0) store.forgetOlder(stored);
    }
}
