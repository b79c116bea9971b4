package regulars.segments;

/** A figure of events of one type. Without any event counts and sums are 0 and the rest is unknown. */
public enum EventMeasure {
    COUNT(ValueType.COUNT, false),
    FIRST_DAY(ValueType.INSTANT, false),
    LAST_DAY(ValueType.INSTANT, false),
    /** How many different values a property had; of texts, numbers, yes and no. */
    DISTINCT(ValueType.COUNT, true),
    SUM(ValueType.NUMBER, true),
    AVERAGE(ValueType.NUMBER, true),
    MINIMUM(ValueType.NUMBER, true),
    MAXIMUM(ValueType.NUMBER, true);

    private final ValueType type;
    private final boolean ofProperty;

    EventMeasure(ValueType type, boolean ofProperty) {
        this.type = type;
        this.ofProperty = ofProperty;
    }

    public ValueType type() {
        return type;
    }

    /** It needs the name of a property. */
    public boolean ofProperty() {
        return ofProperty;
    }
}
