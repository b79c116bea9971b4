package regulars.duplicates;

import regulars.kernel.FaultCode;
import regulars.kernel.FaultKind;

/** How a request about duplicates and the quality of data can fail. */
public enum DuplicatesFault implements FaultCode {
    PAIR_NOT_FOUND(FaultKind.NOT_FOUND),
    PAIR_SETTLED(FaultKind.CONFLICT),
    SEARCH_RUNNING(FaultKind.CONFLICT),
    DOMAIN_INVALID(FaultKind.INVALID),
    /** Params: {@code limit}. */
    DOMAINS_TOO_MANY(FaultKind.INVALID),
    /** Params: {@code limit}. */
    MONTHS_INVALID(FaultKind.INVALID);

    private final FaultKind kind;

    DuplicatesFault(FaultKind kind) {
        this.kind = kind;
    }

    @Override
    public FaultKind kind() {
        return kind;
    }
}
