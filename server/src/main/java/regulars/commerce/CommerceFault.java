package regulars.commerce;

import regulars.kernel.FaultCode;
import regulars.kernel.FaultKind;

/** How a request about orders fails. */
public enum CommerceFault implements FaultCode {
    ORDER_NOT_FOUND(FaultKind.NOT_FOUND),
    PRODUCT_NOT_FOUND(FaultKind.NOT_FOUND),
    ORDER_CURSOR_INVALID(FaultKind.INVALID);

    private final FaultKind kind;

    CommerceFault(FaultKind kind) {
        this.kind = kind;
    }

    @Override
    public FaultKind kind() {
        return kind;
    }
}
