package regulars.customers;

import java.time.Instant;
import java.util.Map;

/**
 * One thing that happened with a customer.
 *
 * @param kind which room's sentence tells it: {@code order}, {@code consent}, {@code message} ...
 * @param id unique within its kind
 * @param data what the sentence needs
 */
public record TimelineEntry(Instant at, String kind, String id, Map<String, Object> data) {}
