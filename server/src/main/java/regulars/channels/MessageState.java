package regulars.channels;

import java.util.Locale;

/** Where a message stands. The first five are on the way; of the rest only {@link #UNKNOWN} may still be tried again. */
public enum MessageState {
    /** Waits for its turn. */
    QUEUED,
    /** A node composes it. */
    CLAIMED,
    /** Written down as given to the wire, before it is. */
    HANDED_OVER,
    /** Refused for now, will be tried again. */
    DEFERRED,
    /** The server may or may not have it: its last reply was lost, or the sender died. */
    UNKNOWN,
    /** The server took responsibility for it. */
    ACCEPTED,
    /** Refused for good. */
    REFUSED,
    /** It could not be composed. */
    FAILED,
    /** Its sending's time ran out before it could be delivered. */
    EXPIRED,
    /** Its sending was cancelled first. */
    CANCELLED,
    /** Gets nothing, by a decision; see the reason. */
    EXCLUDED;

    /** As it is stored and as the API says it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static MessageState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
