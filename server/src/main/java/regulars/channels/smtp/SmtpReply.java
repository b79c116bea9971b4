package regulars.channels.smtp;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A server's answer: three digits and its lines of text. */
public record SmtpReply(int code, List<String> lines) {
    private static final Pattern ENHANCED = Pattern.compile("^([245]\\.\\d{1,3}\\.\\d{1,3})(?:\\s|$)");
    private static final int LONGEST_SHOWN = 500;

    public boolean positive() {
        return code >= 200 && code < 300;
    }

    public boolean temporary() {
        return code >= 400 && code < 500;
    }

    public boolean permanent() {
        return code >= 500;
    }

    /** RFC 3463 status such as {@code 5.1.1}, when the server says one. */
    public @Nullable String enhanced() {
        var matcher = ENHANCED.matcher(lines.isEmpty() ? "" : lines.getFirst());
        return matcher.find() ? matcher.group(1) : null;
    }

    @Override
    public String toString() {
        var text = code + " " + String.join(" ", lines);
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN);
    }
}
