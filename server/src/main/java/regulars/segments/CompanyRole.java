package regulars.segments;

/** What a customer does in a company; one may do several. */
public enum CompanyRole {
    DECISION_MAKER,
    END_USER,
    PAYER
}
