package regulars.channels.smtp;

import java.time.Duration;

/** What one client may ask of our server. */
public record SmtpLimits(int connections, int recipients, int contentBytes, int mistakes, Duration idle) {
    public static final SmtpLimits STANDARD = new SmtpLimits(200, 100, 30 << 20, 20, Duration.ofMinutes(5));
}
