package regulars.channels.smtp;

/** The steps of a dialogue that a server answers. */
public enum SmtpStage {
    CONNECT,
    MAIL,
    RCPT,
    DATA,
    /** The final dot. */
    CONTENT
}
