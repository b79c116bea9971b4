package regulars.warehouse;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import regulars.warehouse.MirrorStatus.Progress;

/** Reads everything anew, at one snapshot, into a file beside the old one. */
final class Rebuild {
    private static final int TELL_EVERY = 20_000;

    private final SourceStore source;
    private final MirrorShape shape;
    private final MirrorFolder folder;
    private final MirrorSettings settings;
    private final InstantSource clock;

    Rebuild(SourceStore source, MirrorShape shape, MirrorFolder folder, MirrorSettings settings, InstantSource clock) {
        this.source = source;
        this.shape = shape;
        this.folder = folder;
        this.settings = settings;
        this.clock = clock;
    }

    /** Returns the new file, open and current on disk; a failure leaves nothing behind but the old one. */
    MirrorFile run(RebuildReason because, Consumer<Progress> progress) throws SQLException {
        var path = folder.building();
        MirrorFile.delete(path);
        try {
            try (var file = MirrorFile.open(path, settings);
                    var view = source.open()) {
                load(new MirrorStore(file.writer(), shape), view, because, progress);
            }
            return MirrorFile.open(folder.finish(path), settings);
        } catch (SQLException | RuntimeException e) {
            MirrorFile.delete(path);
            throw e;
        }
    }

    private void load(MirrorStore store, SourceView view, RebuildReason because, Consumer<Progress> progress)
            throws SQLException {
        var now = clock.instant();
        store.createTables();
        var counter = new Counter(total(view), progress);
        for (var table : shape.tables()) {
            counter.table = table.name();
            counter.tell();
            store.transaction(() ->
                    store.fill(table, sink -> view.copy(source.rows(table, Optional.empty()), counter.counting(sink))));
        }
        var watermark = new Watermark(view.snapshot().text(), now);
        store.begin(new MirrorStore.Meta(shape.signature(), view.origin(), watermark, now, because));
        store.checkpoint();
    }

    private long total(SourceView view) throws SQLException {
        long total = 0;
        for (var table : shape.tables()) total += source.estimate(view, table);
        return total;
    }

    /** Counts rows as they pass and tells now and then; a listener may stop the rebuild by throwing. */
    private static final class Counter {
        private final long total;
        private final Consumer<Progress> progress;
        private String table = "";
        private long done;

        Counter(long total, Consumer<Progress> progress) {
            this.total = total;
            this.progress = progress;
        }

        SourceView.RowSink counting(SourceView.RowSink to) {
            return wire -> {
                to.row(wire);
                if (++done % TELL_EVERY == 0) tell();
            };
        }

        void tell() {
            progress.accept(new Progress(table, done, Math.max(total, done)));
        }
    }
}
