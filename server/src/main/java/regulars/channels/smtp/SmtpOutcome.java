package regulars.channels.smtp;

/** What became of one mail given to a server. */
public sealed interface SmtpOutcome {
    /** The server has it and answers for it. */
    record Accepted(SmtpReply reply) implements SmtpOutcome {}

    /** The server does not have it. {@code stage} is the command it answered. */
    record Refused(SmtpStage stage, SmtpReply reply) implements SmtpOutcome {}

    /** The server cannot take it by what it offers; nothing was sent. */
    record NotSupported(boolean tooLarge, String detail) implements SmtpOutcome {}

    /** The connection broke before the final dot: the server does not have it. */
    record Interrupted(String detail) implements SmtpOutcome {}

    /** The connection broke after the final dot was given to it: the server may have it. */
    record Unknown(String detail) implements SmtpOutcome {}
}
