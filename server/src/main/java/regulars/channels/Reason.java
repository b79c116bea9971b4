package regulars.channels;

import java.util.Locale;

/** Why a message is in its state: a closed set, so that every recipient of a report can be explained. */
public enum Reason {
    NO_ADDRESS,
    INVALID_ADDRESS,
    NO_CONSENT,
    WITHDRAWN,
    SUPPRESSED,
    DUPLICATE_ADDRESS,
    CONTROL_GROUP,
    FREQUENCY_CAP,
    /** The template failed for this person. */
    TEMPLATE_FAILED,
    /** The server says that there is no such mailbox or domain (5.1.x). */
    NO_SUCH_MAILBOX,
    /** The server refuses us, not the address (5.7.x): policy, authentication, reputation. */
    POLICY,
    /** The address or the text needs a capability that the server does not have. */
    NOT_SUPPORTED,
    TOO_LARGE,
    /** Another permanent refusal; the reply says more. */
    REFUSED_BY_SERVER,
    /** A temporary refusal, or no connection. */
    TEMPORARY,
    /** The reply to the final dot did not arrive. */
    REPLY_LOST,
    /** The sending process died between hand-over and acknowledgement. */
    SENDER_DIED,
    /** The sending's time ran out. */
    TOO_LATE,
    STOPPED_BY_PERSON;

    /** As it is stored and as the API says it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Reason of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
