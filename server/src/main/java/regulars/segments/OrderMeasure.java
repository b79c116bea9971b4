package regulars.segments;

/** A figure of a customer's orders. Without any order the counts and sums are 0 and the rest is unknown. */
public enum OrderMeasure {
    COUNT(ValueType.COUNT),
    /** In minor units of the organisation's currency, net of refunds, without shipping. */
    REVENUE(ValueType.MONEY),
    /** Revenue divided by the number of orders, rounded down to whole minor units. */
    AVERAGE(ValueType.MONEY),
    /** How many percent of the revenue the named products are; unknown without revenue. */
    SHARE(ValueType.NUMBER),
    FIRST_DAY(ValueType.DATE),
    LAST_DAY(ValueType.DATE),
    DAYS_SINCE_FIRST(ValueType.WHOLE),
    DAYS_SINCE_LAST(ValueType.WHOLE);

    private final ValueType type;

    OrderMeasure(ValueType type) {
        this.type = type;
    }

    public ValueType type() {
        return type;
    }
}
