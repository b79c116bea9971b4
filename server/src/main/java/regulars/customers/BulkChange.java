package regulars.customers;

/**
 * What is to become of many customers.
 *
 * @param kind the code of a {@link BulkKind}
 * @param key what of them: a field, an attribute, a tag, a channel
 * @param value the new value; empty clears
 * @param note why, where a kind asks for it
 */
public record BulkChange(String kind, String key, String value, String note) {
    /** The field of customers that it is about, as {@link FieldSight} names them. */
    static String field(String kind, String key) {
        return kind.equals("field") ? key : FieldSight.own(key);
    }
}
