package regulars.customers;

import org.jspecify.annotations.Nullable;

/**
 * Whose field an attribute is: customers', or that of the objects of one type.
 *
 * @param objectType null for customers
 * @param key of the type; empty for customers
 */
public record AttributeOwner(@Nullable Integer objectType, String key) {
    public static final AttributeOwner CUSTOMERS = new AttributeOwner(null, "");

    /** What {@link FieldSight} calls the attribute of that key. */
    public String field(String attribute) {
        return objectType == null ? FieldSight.own(attribute) : FieldSight.ofObject(key, attribute);
    }
}
