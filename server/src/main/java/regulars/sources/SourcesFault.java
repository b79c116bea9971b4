package regulars.sources;

import regulars.kernel.FaultCode;
import regulars.kernel.FaultKind;

/** How an import, a file or one row of it fails, and what comes over a wire as a whole. */
public enum SourcesFault implements FaultCode {
    FILE_TOO_LARGE(FaultKind.TOO_LARGE),
    FILE_EMPTY(FaultKind.INVALID),
    FILE_NOT_TEXT(FaultKind.INVALID),
    WORKBOOK_OLD(FaultKind.INVALID),
    WORKBOOK_BROKEN(FaultKind.INVALID),
    WORKBOOK_TOO_LARGE(FaultKind.INVALID),
    SHEET_UNKNOWN(FaultKind.INVALID),
    FILE_FORM_INVALID(FaultKind.INVALID),
    FILE_COLUMNS_TOO_MANY(FaultKind.INVALID),
    FILE_BROKEN(FaultKind.INVALID),
    FILE_NOT_FOUND(FaultKind.NOT_FOUND),
    FILE_GONE(FaultKind.CONFLICT),
    IMPORT_NOT_FOUND(FaultKind.NOT_FOUND),
    IMPORT_NOT_UNDOABLE(FaultKind.CONFLICT),
    IMPORT_FILES_COUNT(FaultKind.INVALID),
    IMPORT_SOURCE_INVALID(FaultKind.INVALID),
    MAPPING_INVALID(FaultKind.INVALID),
    MAPPING_INCOMPLETE(FaultKind.INVALID),
    CONSENT_PROOF_MISSING(FaultKind.INVALID),
    ROW_MALFORMED(FaultKind.INVALID),
    ROW_COLUMNS_WRONG(FaultKind.INVALID),
    CUSTOMER_UNNAMED(FaultKind.INVALID),
    NUMBER_INVALID(FaultKind.INVALID),
    NUMBER_AMBIGUOUS(FaultKind.INVALID),
    MONEY_TOO_PRECISE(FaultKind.INVALID),
    MONEY_TOO_LARGE(FaultKind.INVALID),
    DATE_INVALID(FaultKind.INVALID),
    YES_NO_UNKNOWN(FaultKind.INVALID),
    STATUS_UNKNOWN(FaultKind.INVALID),
    CURRENCY_UNKNOWN(FaultKind.INVALID),
    RATE_MISSING(FaultKind.INVALID),
    RATE_INVALID(FaultKind.INVALID),
    TEXT_TOO_LONG(FaultKind.INVALID),
    OWNER_UNKNOWN(FaultKind.INVALID),
    OWN_ID_INVALID(FaultKind.INVALID),
    ORDER_UNKNOWN(FaultKind.INVALID),
    ORDER_CURRENCY_CONFLICT(FaultKind.INVALID),
    PRODUCT_UNNAMED(FaultKind.INVALID),
    ADDRESS_MISSING(FaultKind.INVALID),
    ORDER_DATE_MISSING(FaultKind.INVALID),
    ORDER_TOTAL_MISSING(FaultKind.INVALID),
    ORDER_TOTAL_CONFLICT(FaultKind.INVALID),
    ORDER_CUSTOMER_CONFLICT(FaultKind.INVALID),
    /** Params: {@code atMostBytes}. */
    WIRE_BODY_TOO_LARGE(FaultKind.TOO_LARGE),
    WIRE_NOT_UNPACKED(FaultKind.MALFORMED),
    WIRE_BATCH_MISSING(FaultKind.MALFORMED),
    /** Params: {@code atMost}. */
    WIRE_BATCH_TOO_LONG(FaultKind.TOO_LARGE),
    /** Params: {@code retryAfterSeconds}. */
    WIRE_OVERLOADED(FaultKind.UNAVAILABLE),
    TRACKER_NOT_BUILT(FaultKind.NOT_FOUND),
    STORED_EVENTS_UNBOUNDED(FaultKind.INVALID);

    private final FaultKind kind;

    SourcesFault(FaultKind kind) {
        this.kind = kind;
    }

    @Override
    public FaultKind kind() {
        return kind;
    }
}
