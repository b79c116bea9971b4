package regulars.content;

import regulars.kernel.FaultCode;
import regulars.kernel.FaultKind;

/** How content can fail. */
public enum ContentFault implements FaultCode {
    TEMPLATE_NOT_FOUND(FaultKind.NOT_FOUND),
    TEMPLATE_NAME_BLANK(FaultKind.INVALID),
    TEMPLATE_LANGUAGE_UNKNOWN(FaultKind.INVALID),
    TEMPLATE_TOO_LARGE(FaultKind.TOO_LARGE),
    TEMPLATE_INVALID(FaultKind.INVALID),
    TEMPLATE_FAILS(FaultKind.INVALID),
    TEMPLATE_CHANGED(FaultKind.CONFLICT);

    private final FaultKind kind;

    ContentFault(FaultKind kind) {
        this.kind = kind;
    }

    @Override
    public FaultKind kind() {
        return kind;
    }
}
