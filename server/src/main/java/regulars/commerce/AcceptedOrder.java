package regulars.commerce;

/** What became of an order. */
public record AcceptedOrder(long number, Outcome outcome) {
    /** {@code UNCHANGED} wrote nothing. */
    public enum Outcome {
        CREATED,
        UPDATED,
        UNCHANGED
    }
}
