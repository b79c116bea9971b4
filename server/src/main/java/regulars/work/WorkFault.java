package regulars.work;

import regulars.kernel.FaultCode;
import regulars.kernel.FaultKind;

/** How work goes wrong. */
public enum WorkFault implements FaultCode {
    JOB_NOT_FOUND(FaultKind.NOT_FOUND),
    JOB_NOT_ENDED(FaultKind.UNAVAILABLE),
    /** Stands in a failed job's problem: the handler threw something that is no fault; the log has it under the id. */
    JOB_BROKEN(FaultKind.UNAVAILABLE),
    /** Stands in a failed job's problem: the process died each time it ran this job. */
    JOB_CRASHING(FaultKind.UNAVAILABLE);

    private final FaultKind kind;

    WorkFault(FaultKind kind) {
        this.kind = kind;
    }

    @Override
    public FaultKind kind() {
        return kind;
    }
}
