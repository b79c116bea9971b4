package regulars.channels.smtp;

import java.time.Duration;

/** How long to wait for each answer. The last is long on purpose: giving up there makes duplicates (RFC 5321, 4.5.3.2.6). */
public record SmtpTimeouts(Duration connect, Duration greeting, Duration command, Duration data, Duration content) {
    public static final SmtpTimeouts STANDARD = new SmtpTimeouts(
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10));

    Duration of(SmtpStage stage) {
        return switch (stage) {
            case CONNECT -> greeting;
            case MAIL, RCPT -> command;
            case DATA -> data;
            case CONTENT -> content;
        };
    }

    /** After so long a mail that is still being written is stuck: writes have no timeout of their own. */
    Duration whole() {
        return command.multipliedBy(2).plus(data).plus(content);
    }
}
