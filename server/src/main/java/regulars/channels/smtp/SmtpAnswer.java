package regulars.channels.smtp;

/** What our own server does at a step. */
public sealed interface SmtpAnswer {
    SmtpAnswer OK = new Reply(250, "2.0.0 OK");

    record Reply(int code, String text) implements SmtpAnswer {}

    /** Ends the connection without a word. */
    record HangUp() implements SmtpAnswer {}
}
