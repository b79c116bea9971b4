package regulars.channels;

import java.time.Duration;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import regulars.channels.smtp.SmtpConnection;
import regulars.channels.smtp.SmtpServer;
import regulars.channels.smtp.SmtpUnavailable;

/** One connection and the batches that go through it. Runs on a thread of its own. */
class SendWorker implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(SendWorker.class);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final SenderParts parts;
    private final Node node;
    private final SenderSignal signal;
    private final BooleanSupplier wanted;
    private final Duration look;
    private volatile @Nullable SmtpConnection connection;
    private @Nullable SmtpServer connectedTo;
    private final Portion portion = new Portion();
    private int failures;

    SendWorker(SenderParts parts, Node node, SenderSignal signal, Duration look, BooleanSupplier wanted) {
        this.parts = parts;
        this.node = node;
        this.signal = signal;
        this.look = look;
        this.wanted = wanted;
    }

    @Override
    public void run() {
        try {
            while (wanted.getAsBoolean()) {
                long seen = signal.generation();
                var pause = round();
                if (pause.isZero()) continue;
                if (failures == 0) disconnect();
                signal.await(seen, pause);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            disconnect();
        }
    }

    /** One batch; answers how long to wait before the next. */
    private Duration round() {
        try {
            var settings = parts.settings().current();
            int batch = Throttle.batch(DuplicateWindow.of(settings.connections()), settings.perMinute());
            var claimed = parts.rota().claim(node.life(), portion.of(batch, settings.perMinute()));
            if (claimed.isEmpty()) return look;
            signal.wake();
            return send(claimed.get(), settings, batch);
        } catch (RuntimeException e) {
            log.warn("A batch failed, what it held goes back into the queue: {}", e.toString());
            log.debug("The failure", e);
            parts.health().bad(e.toString());
            return pause();
        }
    }

    private Duration send(Claimed claimed, MailSettings settings, int batch) {
        var run = new BatchRun(parts, claimed, settings, batch, wanted);
        long began = System.nanoTime();
        try {
            connect(settings);
            run.deliver(this::connected);
            failures = 0;
            portion.took(Duration.ofNanos(System.nanoTime() - began));
            return Duration.ZERO;
        } catch (SmtpUnavailable e) {
            parts.health().bad(String.valueOf(e.getMessage()));
            log.warn("Mail waits: {}", e.getMessage());
            return pause();
        } finally {
            run.close();
        }
    }

    private Duration pause() {
        failures++;
        var pause = Duration.ofSeconds(1L << Math.min(failures - 1, 6));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private SmtpConnection connected() throws SmtpUnavailable {
        var current = connection;
        if (current != null && current.usable()) return current;
        disconnect();
        var opened = SmtpConnection.open(Objects.requireNonNull(connectedTo));
        connection = opened;
        parts.health().good();
        return opened;
    }

    private void connect(MailSettings settings) throws SmtpUnavailable {
        var target = parts.route().server(settings);
        if (!target.equals(connectedTo)) disconnect();
        connectedTo = target;
        connected();
    }

    private void disconnect() {
        var current = connection;
        connection = null;
        if (current != null) current.close();
    }

    /** Called by the heartbeat, for writes have no timeout. */
    void closeIfStuck() {
        var current = connection;
        if (current != null) current.closeIfStuck();
    }
}
