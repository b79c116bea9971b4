package regulars.channels.smtp;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a server said it can do. */
public record SmtpCapabilities(Map<String, String> extensions) {
    static final SmtpCapabilities NONE = new SmtpCapabilities(Map.of());

    static SmtpCapabilities of(SmtpReply hello) {
        var extensions = new HashMap<String, String>();
        for (var line : hello.lines().subList(1, hello.lines().size())) {
            var words = line.strip().split("[ =]", 2);
            var value = words.length > 1 ? words[1].toUpperCase(Locale.ROOT) : "";
            extensions.merge(words[0].toUpperCase(Locale.ROOT), value, (a, b) -> a + " " + b);
        }
        return new SmtpCapabilities(Map.copyOf(extensions));
    }

    boolean has(String extension) {
        return extensions.containsKey(extension);
    }

    public boolean pipelining() {
        return has("PIPELINING");
    }

    boolean authenticates(String mechanism) {
        return List.of(extensions.getOrDefault("AUTH", "").split(" ")).contains(mechanism);
    }

    SmtpOutcome.@Nullable NotSupported refusal(SmtpEnvelope envelope, int size) {
        long limit = sizeLimit();
        if (limit > 0 && size > limit)
            return new SmtpOutcome.NotSupported(true, "%d bytes, the server takes %d".formatted(size, limit));
        if (envelope.utf8() && !has("SMTPUTF8"))
            return new SmtpOutcome.NotSupported(false, "the server does not take international addresses (SMTPUTF8)");
        return null;
    }

    private long sizeLimit() {
        var size = extensions.getOrDefault("SIZE", "");
        return size.matches("\\d{1,18}") ? Long.parseLong(size) : 0;
    }

    String parameters(SmtpEnvelope envelope, int size) {
        var parameters = new StringBuilder();
        if (has("SIZE")) parameters.append(" SIZE=").append(size);
        if (envelope.utf8())
            parameters.append(has("8BITMIME") ? " BODY=8BITMIME" : "").append(" SMTPUTF8");
        return parameters.toString();
    }
}
