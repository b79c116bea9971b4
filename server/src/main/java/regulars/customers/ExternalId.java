package regulars.customers;

/**
 * What a source calls a customer.
 *
 * @param source the source's name, as people read it
 */
public record ExternalId(String source, String value) {}
