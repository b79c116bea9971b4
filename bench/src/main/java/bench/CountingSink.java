package bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import regulars.channels.smtp.SmtpAnswer;
import regulars.channels.smtp.SmtpDialogue;
import regulars.channels.smtp.SmtpLimits;
import regulars.channels.smtp.SmtpListener;
import regulars.channels.smtp.SmtpStage;

/** The receiving end: counts what it took responsibility for, by recipient and Message-ID. Thread-safe. */
final class CountingSink implements AutoCloseable {
    private static final Pattern MESSAGE_ID = Pattern.compile("(?im)^Message-ID: <([^>]+)>");
    private static final int HEAD = 2000;

    private final Map<String, List<String>> taken = new ConcurrentHashMap<>();
    private final AtomicInteger total = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();
    private volatile long first;
    private volatile long last;
    private final SmtpListener listener = new SmtpListener(this::answer, SmtpLimits.STANDARD);

    int port() {
        return listener.port();
    }

    int total() {
        return total.get();
    }

    int recipients() {
        return taken.size();
    }

    /** Between two runs, when nobody sends. */
    void forget() {
        taken.clear();
        total.set(0);
        bytes.set(0);
        first = 0;
    }

    int averageBytes() {
        return (int) (bytes.get() / Math.max(1, total.get()));
    }

    /** Mails a second from the first to the last. */
    double rate() {
        return (total.get() - 1) / ((last - first) / 1e9);
    }

    long repeated() {
        return taken.values().stream().mapToLong(ids -> ids.size() - 1L).sum();
    }

    /** Whether every repetition came under the Message-ID of the first. */
    boolean sameIds() {
        return taken.values().stream().allMatch(ids -> ids.stream().distinct().count() == 1);
    }

    private SmtpAnswer answer(SmtpStage stage, SmtpDialogue dialogue) {
        if (stage != SmtpStage.CONTENT) return SmtpAnswer.OK;
        int length = Math.min(dialogue.content().length, HEAD);
        var matcher = MESSAGE_ID.matcher(new String(dialogue.content(), 0, length, ISO_8859_1));
        var id = matcher.find() ? matcher.group(1) : "none";
        for (var to : dialogue.to()) {
            taken.merge(to, List.of(id), (before, more) -> {
                var all = new ArrayList<>(before);
                all.addAll(more);
                return all;
            });
        }
        bytes.addAndGet(dialogue.content().length);
        long now = System.nanoTime();
        if (total.getAndIncrement() == 0) first = now;
        last = now;
        return SmtpAnswer.OK;
    }

    @Override
    public void close() {
        listener.close();
    }
}
