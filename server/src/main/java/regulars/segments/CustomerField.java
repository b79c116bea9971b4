package regulars.segments;

/** A field that every customer has; ages and days are reckoned in the organisation's zone. */
public enum CustomerField {
    LANGUAGE(ValueType.TEXT),
    COUNTRY(ValueType.TEXT),
    REGION(ValueType.TEXT),
    CITY(ValueType.TEXT),
    SEX(ValueType.TEXT),
    BIRTH_DATE(ValueType.DATE),
    AGE(ValueType.WHOLE),
    CREATED(ValueType.INSTANT);

    private final ValueType type;

    CustomerField(ValueType type) {
        this.type = type;
    }

    public ValueType type() {
        return type;
    }
}
