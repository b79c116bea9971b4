package regulars.segments;

/** What a company is, and what somebody is there, as far as rules ask. */
public enum CompanyField {
    NAME(ValueType.TEXT),
    /** ISO 3166 code of two letters. */
    COUNTRY(ValueType.TEXT),
    /** A code of {@link regulars.customers.CompanySize}. */
    SIZE(ValueType.CHOICE),
    INDUSTRY(ValueType.TEXT),
    /** Of the customer in the company. */
    POSITION(ValueType.TEXT);

    private final ValueType type;

    CompanyField(ValueType type) {
        this.type = type;
    }

    public ValueType type() {
        return type;
    }
}
