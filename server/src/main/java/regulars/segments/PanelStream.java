package regulars.segments;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import regulars.kernel.Fault;
import regulars.warehouse.Stop;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * The lines of one panel on their way to whoever asked. Between them it beats: an empty line tells whether anybody still
 * listens, and a question that takes too long or that nobody waits for any more is ended. Safe for use by several threads.
 */
final class PanelStream {
    private final OutputStream out;
    private final ObjectWriter json;
    private final Duration limit;
    private final long began = System.nanoTime();
    private final Stop stop = new Stop();

    PanelStream(OutputStream out, JsonMapper json, Duration limit) {
        this.out = out;
        this.json = json.writerFor(PanelPart.class);
        this.limit = limit;
    }

    Stop stop() {
        return stop;
    }

    /** Nobody waits for it any more. */
    void abandon() {
        stop.ask(new CancellationException("nobody waits for this panel"));
    }

    void send(PanelPart part) {
        if (late()) stop.ask(tooSlow());
        stop.check();
        write(part);
    }

    /** The last line of a panel that cannot be finished. */
    void fail(Fault fault) {
        write(new PanelPart.PanelFailure(fault.code().name(), String.valueOf(fault.getMessage()), fault.params()));
    }

    void beat() {
        stop.again();
        if (late()) {
            stop.ask(tooSlow());
            return;
        }
        try {
            line(new byte[0]);
        } catch (IOException e) {
            abandon();
        }
    }

    private void write(PanelPart part) {
        try {
            line(json.writeValueAsBytes(part));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized void line(byte[] bytes) throws IOException {
        out.write(bytes);
        out.write('\n');
        out.flush();
    }

    private boolean late() {
        return System.nanoTime() - began > limit.toNanos();
    }

    private Fault tooSlow() {
        return new Fault(
                        SegmentsFault.RULE_TOO_SLOW,
                        "The rule takes longer than " + limit.toSeconds()
                                + " s to answer: give its conditions a window, or use fewer of them.")
                .with("seconds", limit.toSeconds());
    }
}
