package regulars.forms;

import regulars.kernel.FaultCode;
import regulars.kernel.FaultKind;

/** How forms can fail, and why a submission is refused. */
enum FormsFault implements FaultCode {
    FORM_NOT_FOUND(FaultKind.NOT_FOUND),
    FORM_SLUG_INVALID(FaultKind.INVALID),
    FORM_SLUG_TAKEN(FaultKind.CONFLICT),
    FORM_NAME_INVALID(FaultKind.INVALID),
    FORM_CHANGED(FaultKind.CONFLICT),
    /** Params: {@code limit}. */
    FORM_TOO_LARGE(FaultKind.INVALID),
    /** Params: {@code problems}, a list of what is missing. */
    FORM_NOT_READY(FaultKind.CONFLICT),
    /** The page is too old, of another form, or made by nobody of ours. */
    FORM_PAGE_STALE(FaultKind.INVALID),
    /** The page was submitted before, with other answers. */
    FORM_PAGE_USED(FaultKind.CONFLICT),
    FORM_TRAP_FILLED(FaultKind.INVALID),
    FORM_TOO_FAST(FaultKind.INVALID),
    FORM_PROOF_MISSING(FaultKind.INVALID),
    FORM_SITE_REFUSED(FaultKind.FORBIDDEN),
    /** Params: {@code problems}, each with its field and a sentence for the visitor. */
    FORM_ANSWERS_INVALID(FaultKind.INVALID),
    FORM_BODY_UNREADABLE(FaultKind.INVALID),
    PAPER_BATCH_UNKNOWN(FaultKind.NOT_FOUND),
    PAPER_BATCH_INVALID(FaultKind.INVALID),
    PAPER_SHEET_UNKNOWN(FaultKind.NOT_FOUND),
    PAPER_SAME_PERSON(FaultKind.INVALID),
    /** Params: {@code missing}: {@code count}, {@code unsettled} or {@code sum}. */
    PAPER_NOT_READY(FaultKind.CONFLICT),
    PAPER_SCAN_INVALID(FaultKind.INVALID),
    PAPER_DONE(FaultKind.CONFLICT);

    private final FaultKind kind;

    FormsFault(FaultKind kind) {
        this.kind = kind;
    }

    @Override
    public FaultKind kind() {
        return kind;
    }
}
