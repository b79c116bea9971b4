package regulars.segments;

import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import regulars.kernel.Actor;
import regulars.kernel.Fault;
import tools.jackson.databind.json.JsonMapper;

/**
 * The panels that are being told. A newer question of the same panel ends the older one; only a few run at a time, so
 * that readers of the mirror are left for everything else. Safe for use by several threads.
 */
@Component
class PanelStreams implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(25);
    private static final long BEAT_MILLIS = 400;
    private static final int AT_ONCE = 2;

    private final JsonMapper json;
    private final Duration limit;
    private final Semaphore seats = new Semaphore(AT_ONCE, true);
    private final ConcurrentMap<Panel, PanelStream> running = new ConcurrentHashMap<>();
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("panels").factory());

    @Autowired
    PanelStreams(JsonMapper json) {
        this(json, LIMIT);
    }

    PanelStreams(JsonMapper json, Duration limit) {
        this.json = json;
        this.limit = limit;
    }

    /** Whose panel it is, and which of theirs. */
    record Panel(Actor actor, UUID id) {}

    /** Lets {@code work} tell its parts, until it has, or nobody waits for them, or the time is up. */
    void run(Panel panel, OutputStream out, Consumer<PanelStream> work) {
        var stream = new PanelStream(out, json, limit);
        var older = running.put(panel, stream);
        if (older != null) older.abandon();
        var beats = heart.scheduleAtFixedRate(stream::beat, BEAT_MILLIS, BEAT_MILLIS, TimeUnit.MILLISECONDS);
        try {
            seated(stream, work);
        } catch (Fault fault) {
            stream.fail(fault);
        } catch (CancellationException | UncheckedIOException _) {
            stream.abandon(); // nobody is there to be told
        } finally {
            beats.cancel(false);
            running.remove(panel, stream);
        }
    }

    private void seated(PanelStream stream, Consumer<PanelStream> work) {
        try {
            while (!seats.tryAcquire(BEAT_MILLIS, TimeUnit.MILLISECONDS))
                stream.stop().check();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("stopped while waiting for a seat");
        }
        try {
            work.accept(stream);
        } finally {
            seats.release();
        }
    }

    @Override
    public void close() {
        running.values().forEach(PanelStream::abandon);
        heart.shutdownNow();
    }
}
