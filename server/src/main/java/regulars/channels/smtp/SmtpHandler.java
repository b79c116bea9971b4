package regulars.channels.smtp;

/** What a server does with the mail it gets. Called from many threads, one a connection; it may block. */
public interface SmtpHandler {
    /** Asked at each step; at {@link SmtpStage#CONTENT} a positive reply is the promise that the mail is kept. */
    SmtpAnswer answer(SmtpStage stage, SmtpDialogue dialogue);
}
