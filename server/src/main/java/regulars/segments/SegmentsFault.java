package regulars.segments;

import regulars.kernel.FaultCode;
import regulars.kernel.FaultKind;

/** How a request about segments can fail. */
public enum SegmentsFault implements FaultCode {
    SEGMENT_NOT_FOUND(FaultKind.NOT_FOUND),
    SEGMENT_NAME_INVALID(FaultKind.INVALID),
    SEGMENT_NAME_TAKEN(FaultKind.CONFLICT),
    SEGMENT_CHANGED(FaultKind.CONFLICT),
    SEGMENT_IN_USE(FaultKind.CONFLICT),
    SEGMENT_CURSOR_INVALID(FaultKind.INVALID),
    SEGMENT_NOT_READY(FaultKind.UNAVAILABLE),
    SEGMENTS_TO_COMPARE_INVALID(FaultKind.INVALID),
    FLOW_DAYS_INVALID(FaultKind.INVALID),
    PASSPORT_CHANGED(FaultKind.CONFLICT),
    PASSPORT_TEXT_TOO_LONG(FaultKind.INVALID),
    PLAN_INVALID(FaultKind.INVALID),
    FOLDER_NAME_INVALID(FaultKind.INVALID),
    TAGS_INVALID(FaultKind.INVALID),
    TOO_MANY_SEGMENTS(FaultKind.TOO_LARGE),
    RULE_EMPTY(FaultKind.INVALID),
    RULE_INCOMPLETE(FaultKind.INVALID),
    RULE_TOO_LARGE(FaultKind.INVALID),
    RULE_TOO_DEEP(FaultKind.INVALID),
    RULE_LIST_TOO_LONG(FaultKind.INVALID),
    RULE_OPERATOR_INVALID(FaultKind.INVALID),
    RULE_VALUE_INVALID(FaultKind.INVALID),
    RULE_ATTRIBUTE_UNKNOWN(FaultKind.INVALID),
    RULE_OBJECT_TYPE_UNKNOWN(FaultKind.INVALID),
    RULE_PURPOSE_UNKNOWN(FaultKind.INVALID),
    RULE_SEGMENT_UNKNOWN(FaultKind.INVALID),
    RULE_CELL_UNKNOWN(FaultKind.INVALID),
    RULE_SEGMENT_CYCLE(FaultKind.INVALID),
    RULE_TOO_SLOW(FaultKind.UNAVAILABLE),
    SEGMENT_IS_NO_LIST(FaultKind.CONFLICT),
    LIST_RIGHT_MISSING(FaultKind.FORBIDDEN),
    LIST_TOO_LONG(FaultKind.TOO_LARGE),
    TOO_MANY_CHOSEN(FaultKind.TOO_LARGE),
    EXPORT_COLUMN_UNKNOWN(FaultKind.INVALID),
    VIEW_NAME_INVALID(FaultKind.INVALID),
    VIEW_NAME_TAKEN(FaultKind.CONFLICT),
    VIEW_NOT_FOUND(FaultKind.NOT_FOUND);

    private final FaultKind kind;

    SegmentsFault(FaultKind kind) {
        this.kind = kind;
    }

    @Override
    public FaultKind kind() {
        return kind;
    }
}
