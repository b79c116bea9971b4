package regulars.collect;

import static regulars.kernel.FaultKind.CONFLICT;
import static regulars.kernel.FaultKind.INVALID;
import static regulars.kernel.FaultKind.MALFORMED;
import static regulars.kernel.FaultKind.NOT_FOUND;
import static regulars.kernel.FaultKind.UNAVAILABLE;

import regulars.kernel.FaultCode;
import regulars.kernel.FaultKind;

/** Why an event is not taken in: the closed set by which the gate counts what it drops. */
public enum CollectFault implements FaultCode {
    /** Params: {@code atMostBytes}. */
    EVENT_TOO_LARGE(MALFORMED),
    EVENT_NOT_UTF8(MALFORMED),
    EVENT_NOT_JSON(MALFORMED),
    EVENT_NESTED_TOO_DEEP(MALFORMED),
    EVENT_FIELD_TWICE(MALFORMED),
    /** Params: {@code atMost}. */
    EVENT_PROPERTIES_TOO_MANY(MALFORMED),
    EVENT_NUMBER_UNUSABLE(MALFORMED),
    EVENT_TYPE_UNKNOWN(MALFORMED),
    EVENT_NAME_MISSING(MALFORMED),
    EVENT_SUBJECT_MISSING(MALFORMED),
    /** Params: {@code atMost}. */
    EVENT_TEXT_TOO_LONG(MALFORMED),
    EVENT_FIELD_INVALID(MALFORMED),
    EVENT_TIME_UNREADABLE(MALFORMED),
    /** The database has a reason of its own. */
    EVENT_NOT_STORABLE(MALFORMED),
    /** Params: {@code retryAfterSeconds}. */
    EVENTS_OVERLOADED(UNAVAILABLE),
    PARKED_EVENT_NOT_FOUND(NOT_FOUND),
    PARKED_EVENT_CUT(CONFLICT),
    /** Params: {@code atMost}. */
    EVENT_RETENTION_INVALID(INVALID),
    EVENT_RETENTION_TWICE(INVALID);

    private final FaultKind kind;

    CollectFault(FaultKind kind) {
        this.kind = kind;
    }

    @Override
    public FaultKind kind() {
        return kind;
    }
}
