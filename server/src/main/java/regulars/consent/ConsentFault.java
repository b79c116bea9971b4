package regulars.consent;

import regulars.kernel.FaultCode;
import regulars.kernel.FaultKind;

/** How a request about consent fails. */
public enum ConsentFault implements FaultCode {
    PURPOSE_UNKNOWN(FaultKind.INVALID),
    CONSENT_NOTE_MISSING(FaultKind.INVALID),
    CONSENT_NOTE_TOO_LONG(FaultKind.INVALID),
    CHANNEL_UNKNOWN(FaultKind.INVALID),
    CONSENT_ACTION_UNKNOWN(FaultKind.INVALID),
    CONSENT_HOW_UNKNOWN(FaultKind.INVALID),
    CONSENT_RIGHT_MISSING(FaultKind.FORBIDDEN);

    private final FaultKind kind;

    ConsentFault(FaultKind kind) {
        this.kind = kind;
    }

    @Override
    public FaultKind kind() {
        return kind;
    }
}
