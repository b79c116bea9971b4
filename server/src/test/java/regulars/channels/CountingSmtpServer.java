package regulars.channels;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Pattern;
import regulars.channels.smtp.SmtpAnswer;
import regulars.channels.smtp.SmtpDialogue;
import regulars.channels.smtp.SmtpLimits;
import regulars.channels.smtp.SmtpListener;
import regulars.channels.smtp.SmtpStage;

/**
 * A real SMTP server that counts what it took responsibility for, by recipient and Message-ID. A test may tell it how to
 * behave at a step: refuse, hang up, wait, or take a mail and lose the reply.
 */
public final class CountingSmtpServer implements AutoCloseable {
    private static final Pattern MESSAGE_ID = Pattern.compile("(?im)^Message-ID: <([^>]+)>");

    private final Map<String, Queue<String>> taken = new ConcurrentHashMap<>();
    private final AtomicInteger total = new AtomicInteger();
    private final Map<SmtpStage, Function<SmtpDialogue, SmtpAnswer>> behaviours = new ConcurrentHashMap<>();
    private final SmtpListener listener = new SmtpListener(this::answer, SmtpLimits.STANDARD);
    private volatile boolean losesReplies;

    public int port() {
        return listener.port();
    }

    public CountingSmtpServer at(SmtpStage stage, Function<SmtpDialogue, SmtpAnswer> behaviour) {
        behaviours.put(stage, behaviour);
        return this;
    }

    /** From now on mails are taken and the reply to the final dot is never given. */
    public void loseReplies(boolean lose) {
        losesReplies = lose;
    }

    /** Message-IDs by recipient, one for each time a mail was taken. */
    public Map<String, List<String>> taken() {
        var copy = new ConcurrentHashMap<String, List<String>>();
        taken.forEach((to, ids) -> copy.put(to, List.copyOf(ids)));
        return copy;
    }

    public List<String> taken(String recipient) {
        return List.copyOf(taken.getOrDefault(recipient, new ConcurrentLinkedQueue<>()));
    }

    public int total() {
        return total.get();
    }

    private SmtpAnswer answer(SmtpStage stage, SmtpDialogue dialogue) {
        var answer = behaviours.getOrDefault(stage, d -> SmtpAnswer.OK).apply(dialogue);
        if (stage != SmtpStage.CONTENT) return answer;
        boolean positive = answer instanceof SmtpAnswer.Reply reply && reply.code() < 300;
        if (!positive) return answer;
        count(dialogue);
        return losesReplies ? new SmtpAnswer.HangUp() : answer;
    }

    private void count(SmtpDialogue dialogue) {
        var head = new String(dialogue.content(), 0, Math.min(dialogue.content().length, 4000), ISO_8859_1);
        var matcher = MESSAGE_ID.matcher(head);
        var id = matcher.find() ? matcher.group(1) : "none";
        for (var to : dialogue.to())
            taken.computeIfAbsent(to, t -> new ConcurrentLinkedQueue<>()).add(id);
        total.incrementAndGet();
    }

    @Override
    public void close() {
        listener.close();
    }
}
