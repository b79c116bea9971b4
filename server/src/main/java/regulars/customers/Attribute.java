package regulars.customers;

/**
 * A custom attribute of customers.
 *
 * @param key names it in conditions and templates
 */
public record Attribute(int id, String key, AttributeType type) {}
