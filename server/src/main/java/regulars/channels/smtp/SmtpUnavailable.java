package regulars.channels.smtp;

/** No usable connection: unreachable, not trusted, or our login is refused. No mail is concerned yet. */
public final class SmtpUnavailable extends Exception {
    private static final long serialVersionUID = 1L;

    public SmtpUnavailable(String message) {
        super(message);
    }

    public SmtpUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
