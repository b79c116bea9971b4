package regulars.warehouse;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread that writes to the mirror: a round after each pause, and whatever is asked for in between. */
final class FeedThread implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(FeedThread.class);
    private static final int CLOSE_SECONDS = 10;
    private static final long LONGEST_PAUSE_MILLIS = 30_000;

    /** So many rows at once are those of a machine under load, as in a large import. */
    private static final int CROWD = 5000;

    /** The pause after such a round is at least so many times as long as the round. */
    private static final int BREATHS = 3;

    private final Feed feed;
    private final Duration pause;
    private final ScheduledExecutorService thread;
    private @Nullable CompletableFuture<@Nullable Void> next;
    private volatile @Nullable String failure;
    private volatile int failures;
    private volatile boolean closed;

    FeedThread(Feed feed, Duration pause) {
        this.feed = feed;
        this.pause = pause;
        this.thread = Executors.newSingleThreadScheduledExecutor(
                work -> Thread.ofPlatform().name("mirror-feed").daemon().unstarted(work));
    }

    void start() {
        schedule(0);
    }

    /** Something to be done on the thread. */
    interface Task<T extends @Nullable Object> {
        T run() throws Exception;
    }

    /** Runs the task after what is under way; the future tells its end. */
    <T extends @Nullable Object> CompletableFuture<T> run(Task<T> task) {
        var done = new CompletableFuture<T>();
        try {
            thread.execute(() -> complete(done, task));
        } catch (RejectedExecutionException e) {
            done.completeExceptionally(new IllegalStateException("the mirror is closed", e));
        }
        return done;
    }

    /** The next round that has not begun yet; callers that come before it begins share it. */
    synchronized CompletableFuture<@Nullable Void> nextRound() {
        if (next == null) {
            next = this.<@Nullable Void>run(() -> {
                forgetNext();
                round();
                return null;
            });
        }
        return next;
    }

    MirrorState state() {
        if (closed) return MirrorState.CLOSED;
        if (feed.progress() != null) return MirrorState.REBUILDING;
        if (failure != null) return MirrorState.FAILING;
        return feed.file() == null ? MirrorState.CLOSED : MirrorState.FOLLOWING;
    }

    @Nullable
    String failure() {
        return failure;
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.execute(feed::close);
            thread.shutdown();
            if (!thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) thread.shutdownNow();
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        } catch (RejectedExecutionException e) {
            log.debug("Closed before", e);
        }
    }

    private synchronized void forgetNext() {
        next = null;
    }

    private void schedule(long millis) {
        if (closed) return;
        try {
            thread.schedule(this::pulse, millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            log.debug("Closed meanwhile", e);
        }
    }

    private void pulse() {
        long began = System.nanoTime();
        long rows = 0;
        try {
            if (!closed) rows = round();
        } catch (Exception e) {
            log.debug("Told already", e);
        }
        long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        schedule(Math.min(pauseAfter(took, rows), LONGEST_PAUSE_MILLIS));
    }

    /**
     * While much is written the mirror leaves most of the machine to those who write. A long round with few rows had to
     * wait for others: a longer pause would only make it later.
     */
    private long pauseAfter(long lastRound, long rows) {
        return Math.max(pause.toMillis() << Math.min(failures, 16), rows < CROWD ? 0 : lastRound * BREATHS);
    }

    private long round() throws Exception {
        try {
            long rows = feed.round();
            if (failure != null) log.info("The mirror follows again");
            failure = null;
            failures = 0;
            return rows;
        } catch (Exception e) {
            if (failure == null) log.warn("The mirror cannot follow; it will try again", e);
            failure = String.valueOf(e.getMessage());
            failures++;
            throw e;
        }
    }

    private static <T extends @Nullable Object> void complete(CompletableFuture<T> done, Task<T> task) {
        try {
            done.complete(task.run());
        } catch (Exception e) {
            done.completeExceptionally(e);
        }
    }
}
