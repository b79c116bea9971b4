package regulars.segments;

/** A field that every customer has; ages are reckoned in the customer's own zone, moments in the organisation's. */
public enum CustomerField {
    LANGUAGE(ValueType.TEXT),
    COUNTRY(ValueType.TEXT),
    REGION(ValueType.TEXT),
    CITY(ValueType.TEXT),
    /** A part of the city. */
    DISTRICT(ValueType.TEXT),
    SEX(ValueType.TEXT),
    ZONE(ValueType.TEXT),
    /** Whose customer it is: the id of one of us. */
    OWNER(ValueType.CHOICE),
    /** The code of the source that told of them first, such as a shop. */
    FIRST_SOURCE(ValueType.CHOICE),
    /** The code of the source that last told something new of them. */
    LAST_SOURCE(ValueType.CHOICE),
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

    /** Its values are codes of sources. */
    boolean source() {
        return this == FIRST_SOURCE || this == LAST_SOURCE;
    }
}
