package regulars.customers;

/** What became of a record. */
public record Accepted(long subjectNumber, int customerNumber, Outcome outcome) {
    /** {@code UNCHANGED} wrote nothing. */
    public enum Outcome {
        CREATED,
        UPDATED,
        UNCHANGED
    }
}
