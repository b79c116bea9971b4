package regulars.warehouse;

import regulars.kernel.FaultCode;
import regulars.kernel.FaultKind;

/** What can go wrong with the mirror. */
public enum WarehouseFault implements FaultCode {
    /** The mirror is being built for the first time, or again after damage. */
    MIRROR_NOT_READY(FaultKind.UNAVAILABLE),
    /** What was just written did not reach the mirror in time. */
    MIRROR_LATE(FaultKind.UNAVAILABLE),
    /** All readers are taken. */
    MIRROR_BUSY(FaultKind.BUSY),
    /** A query took longer than allowed. */
    MIRROR_QUERY_TOO_LONG(FaultKind.UNAVAILABLE);

    private final FaultKind kind;

    WarehouseFault(FaultKind kind) {
        this.kind = kind;
    }

    @Override
    public FaultKind kind() {
        return kind;
    }
}
