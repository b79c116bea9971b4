package regulars.insight;

import regulars.kernel.FaultCode;
import regulars.kernel.FaultKind;

/** How a request about insight can fail. */
public enum InsightFault implements FaultCode {
    THRESHOLDS_INVALID(FaultKind.INVALID),
    PERIOD_INVALID(FaultKind.INVALID),
    STAGES_INVALID(FaultKind.INVALID),
    STAGE_RULE_INVALID(FaultKind.INVALID),
    DAYS_INVALID(FaultKind.INVALID),
    GRID_UNKNOWN(FaultKind.NOT_FOUND),
    SIDE_INVALID(FaultKind.INVALID),
    MEASURE_INVALID(FaultKind.INVALID),
    /** Params: {@code key}. */
    NUMBER_UNKNOWN(FaultKind.INVALID),
    PERIOD_NEEDLESS(FaultKind.INVALID),
    CELL_UNKNOWN(FaultKind.NOT_FOUND),
    CELL_PLAN_TOO_LONG(FaultKind.INVALID),
    MATRIX_NOT_FOUND(FaultKind.NOT_FOUND),
    MATRIX_NAME_INVALID(FaultKind.INVALID),
    MATRIX_NAME_TAKEN(FaultKind.CONFLICT),
    MATRIX_CHANGED(FaultKind.CONFLICT),
    SCHEME_NOT_FOUND(FaultKind.NOT_FOUND);

    private final FaultKind kind;

    InsightFault(FaultKind kind) {
        this.kind = kind;
    }

    @Override
    public FaultKind kind() {
        return kind;
    }
}
