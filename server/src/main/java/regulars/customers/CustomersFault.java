package regulars.customers;

import regulars.kernel.FaultCode;
import regulars.kernel.FaultKind;

/** How a request about customers fails. */
public enum CustomersFault implements FaultCode {
    CUSTOMER_NOT_FOUND(FaultKind.NOT_FOUND),
    CUSTOMER_NEEDS_CONTACT(FaultKind.INVALID),
    /** Somebody's whom the caller does not see. */
    CUSTOMER_ELSEWHERE(FaultKind.CONFLICT),
    COMPANY_ELSEWHERE(FaultKind.CONFLICT),
    CUSTOMER_EXISTS(FaultKind.CONFLICT),
    EMAIL_INVALID(FaultKind.INVALID),
    PHONE_INVALID(FaultKind.INVALID),
    NAME_TOO_LONG(FaultKind.INVALID),
    LANGUAGE_UNKNOWN(FaultKind.INVALID),
    COUNTRY_UNKNOWN(FaultKind.INVALID),
    ZONE_UNKNOWN(FaultKind.INVALID),
    BIRTH_DATE_INVALID(FaultKind.INVALID),
    SEX_UNKNOWN(FaultKind.INVALID),
    ATTRIBUTE_KEY_INVALID(FaultKind.INVALID),
    ATTRIBUTE_TYPE_CONFLICT(FaultKind.CONFLICT),
    ATTRIBUTE_UNKNOWN(FaultKind.INVALID),
    ATTRIBUTE_VALUE_INVALID(FaultKind.INVALID),
    ATTRIBUTE_NOT_FOUND(FaultKind.NOT_FOUND),
    ATTRIBUTE_EXISTS(FaultKind.CONFLICT),
    ATTRIBUTE_INCOMPLETE(FaultKind.INVALID),
    ATTRIBUTE_OPTIONS_INVALID(FaultKind.INVALID),
    ATTRIBUTE_OPTION_USED(FaultKind.CONFLICT),
    ATTRIBUTE_RETENTION_INVALID(FaultKind.INVALID),
    ATTRIBUTE_HAS_VALUES(FaultKind.CONFLICT),
    ATTRIBUTE_IN_USE(FaultKind.CONFLICT),
    ATTRIBUTE_ARCHIVED(FaultKind.CONFLICT),
    FIELD_HIDDEN(FaultKind.FORBIDDEN),
    FIELD_READ_ONLY(FaultKind.FORBIDDEN),
    FIELD_UNKNOWN(FaultKind.NOT_FOUND),
    FIELD_ROLE_UNKNOWN(FaultKind.INVALID),
    CONTACT_UNKNOWN(FaultKind.NOT_FOUND),
    NOTE_INVALID(FaultKind.INVALID),
    NOTE_NOT_FOUND(FaultKind.NOT_FOUND),
    TAG_INVALID(FaultKind.INVALID),
    TAG_UNKNOWN(FaultKind.NOT_FOUND),
    CURSOR_INVALID(FaultKind.INVALID),
    COMPANY_NOT_FOUND(FaultKind.NOT_FOUND),
    COMPANY_NEEDS_NAME(FaultKind.INVALID),
    COMPANY_EXISTS(FaultKind.CONFLICT),
    COMPANY_CHOICE_UNKNOWN(FaultKind.INVALID),
    COMPANY_TREE_CYCLE(FaultKind.CONFLICT),
    COMPANY_TREE_DEEP(FaultKind.INVALID),
    TAX_ID_INVALID(FaultKind.INVALID),
    BULK_NOT_FOUND(FaultKind.NOT_FOUND),
    BULK_KIND_UNKNOWN(FaultKind.INVALID),
    BULK_FIELD_UNKNOWN(FaultKind.INVALID),
    BULK_NOBODY(FaultKind.INVALID),
    BULK_RUNNING(FaultKind.CONFLICT),
    BULK_UNDONE(FaultKind.CONFLICT),
    ERASURE_NOT_CONFIRMED(FaultKind.INVALID),
    CUSTOMER_ERASED(FaultKind.CONFLICT),
    FILE_EMPTY(FaultKind.INVALID),
    FILE_TOO_LARGE(FaultKind.TOO_LARGE),
    FILES_TOO_MANY(FaultKind.CONFLICT),
    FILE_KIND_REFUSED(FaultKind.INVALID),
    FILE_NOT_FOUND_ON_CARD(FaultKind.NOT_FOUND),
    STEP_INVALID(FaultKind.INVALID),
    STEP_NOT_FOUND(FaultKind.NOT_FOUND),
    STEP_PLANNED_SINCE(FaultKind.CONFLICT);

    private final FaultKind kind;

    CustomersFault(FaultKind kind) {
        this.kind = kind;
    }

    @Override
    public FaultKind kind() {
        return kind;
    }
}
