package regulars.warehouse;

import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import regulars.warehouse.MirrorStatus.Progress;

/**
 * Carries changes over, round by round. A round takes, in one PostgreSQL snapshot, what the previous snapshot did not
 * show, and writes it with the new watermark in one DuckDB transaction: whatever dies in between, the next round starts
 * from the last watermark and loses nothing.
 *
 * <p>Confined to the feed's thread; {@link #file()}, {@link #watermark()} and the other getters may be asked by any.
 */
final class Feed {
    private static final Logger log = LoggerFactory.getLogger(Feed.class);

    private static final long WORTH_SORTING = 100_000;
    private static final Duration WAIT_FOR_READER = Duration.ofSeconds(30);

    private final SourceStore source;
    private final MirrorShape shape;
    private final MirrorFolder folder;
    private final MirrorSettings settings;
    private final InstantSource clock;
    private final Consumer<MirrorAdvanced> advanced;

    private volatile @Nullable MirrorFile file;
    private volatile MirrorStore.@Nullable Meta meta;
    private volatile @Nullable Watermark watermark;
    private volatile @Nullable RebuildReason condemned;
    private volatile @Nullable Progress progress;
    private volatile long confirmedNanos;
    private long disorder;
    private long carried;

    Feed(
            SourceStore source,
            MirrorShape shape,
            MirrorFolder folder,
            MirrorSettings settings,
            InstantSource clock,
            Consumer<MirrorAdvanced> advanced) {
        this.source = source;
        this.shape = shape;
        this.folder = folder;
        this.settings = settings;
        this.clock = clock;
        this.advanced = advanced;
    }

    /**
     * Takes over what has been committed until now; opens or rebuilds the file when that is due.
     *
     * @return how many changed rows it carried over
     */
    long round() throws SQLException {
        if (file == null && condemned == null) open();
        if (condemned == null) condemned = follow();
        var because = condemned;
        if (because != null) rebuild(because, () -> false);
        return carried;
    }

    /** Reads everything anew and puts the new file in place of the old one. */
    void rebuild(RebuildReason because, BooleanSupplier stopped) throws SQLException {
        log.info("Rebuilding the mirror: {}", because);
        try {
            var fresh = new Rebuild(source, shape, folder, settings, clock).run(because, step -> {
                if (stopped.getAsBoolean()) throw new CancellationException("the rebuild was stopped");
                progress = step;
            });
            swap(fresh);
        } finally {
            progress = null;
        }
        advanced.accept(new MirrorAdvanced(known(watermark), names(), true, null));
        log.info("The mirror is rebuilt and holds {}", known(watermark).value());
    }

    /** Brings the mirror to a snapshot of now and holds both sides there. */
    Aligned align() throws SQLException {
        round();
        var view = source.open();
        try {
            var because = follow(view);
            if (because != null) throw new SQLException("the mirror has to be rebuilt first: " + because);
            return new Aligned(view, known(file).lend(WAIT_FOR_READER).begun(), known(watermark));
        } catch (SQLException | RuntimeException e) {
            view.close();
            throw e;
        }
    }

    /** Says that the file cannot be trusted; the next round rebuilds it, and nobody reads it until then. */
    void condemn(MirrorFile damaged, Throwable failure) {
        if (file != damaged || condemned != null) return;
        log.warn("The mirror's file {} is damaged", damaged.path(), failure);
        condemned = RebuildReason.DAMAGED;
    }

    /** What is read now; null while there is none that can be trusted. */
    @Nullable
    MirrorFile file() {
        return condemned == null ? file : null;
    }

    @Nullable
    Watermark watermark() {
        return watermark;
    }

    MirrorStore.@Nullable Meta meta() {
        return meta;
    }

    @Nullable
    Progress progress() {
        return progress;
    }

    /** Since when what the mirror holds may have been overtaken; null while it holds nothing. */
    @Nullable
    Duration lag() {
        return watermark == null || confirmedNanos == 0 ? null : Duration.ofNanos(System.nanoTime() - confirmedNanos);
    }

    void close() {
        var open = file;
        file = null;
        if (open != null) open.close();
    }

    private void open() throws SQLException {
        var path = folder.current();
        folder.tidy(path);
        if (path.isEmpty()) {
            condemned = RebuildReason.FIRST;
            return;
        }
        try {
            take(MirrorFile.open(path.get(), settings));
            if (!known(meta).signature().equals(shape.signature())) condemned = RebuildReason.SHAPE;
        } catch (SQLException e) {
            if (Damage.isLocked(e)) throw e;
            log.warn("The mirror's file {} cannot be used", path.get(), e);
            condemned = RebuildReason.DAMAGED;
        }
    }

    private void take(MirrorFile opened) throws SQLException {
        var found = new MirrorStore(opened.writer(), shape).meta();
        if (found.isEmpty()) {
            opened.close();
            throw new SQLException("it was never finished");
        }
        meta = found.get();
        watermark = found.get().watermark();
        file = opened;
    }

    private void swap(MirrorFile fresh) throws SQLException {
        var old = file;
        take(fresh);
        condemned = null;
        confirmedNanos = System.nanoTime();
        if (old != null) old.retire();
    }

    /** Returns why the mirror has to be rebuilt instead, or null. */
    private @Nullable RebuildReason follow() throws SQLException {
        try (var view = source.open()) {
            return follow(view);
        }
    }

    private @Nullable RebuildReason follow(SourceView view) throws SQLException {
        long began = System.nanoTime();
        carried = 0;
        var since = Snapshot.parse(known(watermark).value());
        var because = mismatch(view, since);
        if (because != null) return because;
        var reached = new Watermark(view.snapshot().text(), clock.instant());
        Set<String> changed = view.snapshot().text().equals(since.text()) ? Set.of() : source.changed(view, since);
        @Nullable RoaringBitmap people = null;
        if (changed.isEmpty()) settle();
        else people = apply(view, since, changed, reached);
        // With nothing to carry over the new watermark needs no writing: after a crash the old one finds nothing
        // either.
        watermark = reached;
        confirmedNanos = began;
        if (!changed.isEmpty()) advanced.accept(new MirrorAdvanced(reached, changed, false, people));
        return null;
    }

    private @Nullable RebuildReason mismatch(SourceView view, Snapshot since) {
        if (!view.origin().equals(known(meta).origin())) return RebuildReason.ORIGIN;
        if (view.snapshot().xmax() < since.xmax()) return RebuildReason.ORIGIN;
        if (since.xmin() <= view.prunedBefore()) return RebuildReason.AWAY;
        return null;
    }

    /** Returns whose facts have changed; null for anybody's. */
    private @Nullable RoaringBitmap apply(SourceView view, Snapshot since, Set<String> changed, Watermark reached)
            throws SQLException {
        var open = known(file);
        var store = new MirrorStore(open.writer(), shape);
        var people = new ChangedPeople(store, shape);
        try {
            store.transaction(() -> {
                people.begin();
                for (var table : shape.tables()) {
                    if (!changed.contains(table.name())) continue;
                    carried += store.replace(
                            table,
                            sink -> view.copy(source.rowsSince(table, since, view), sink),
                            sink -> view.copy(source.tombstonesSince(table, since, view), sink),
                            people);
                }
                people.end();
                store.dropStages();
                store.advance(reached);
            });
            disorder += carried;
            return people.found();
        } catch (SQLException e) {
            if (Damage.in(e)) condemn(open, e);
            throw e;
        }
    }

    /** Puts what came out of order, such as an imported history, in its place, once the feed is quiet. */
    private void settle() throws SQLException {
        if (disorder < WORTH_SORTING) return;
        var store = new MirrorStore(known(file).writer(), shape);
        for (var table : shape.tables()) if (store.sort(table)) log.info("Sorted {} anew", table.name());
        disorder = 0;
    }

    private Set<String> names() {
        return Set.copyOf(shape.tables().stream().map(TableShape::name).toList());
    }

    private static <T> T known(@Nullable T value) {
        if (value == null) throw new IllegalStateException("the mirror has no file open");
        return value;
    }
}
