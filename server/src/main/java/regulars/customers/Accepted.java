package regulars.customers;

/** What became of a record. */
public record Accepted(long subjectNumber, int customerNumber, Outcome outcome) {
    /** {@code UNCHANGED} wrote nothing; neither did {@code ERASED}, for the person was erased and stays so. */
    public enum Outcome {
        CREATED,
        UPDATED,
        UNCHANGED,
        ERASED
    }
}
