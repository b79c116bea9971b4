package regulars.customers;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody is a customer of their own again; told inside the transaction, when the links say so.
 *
 * @param kept whom they counted as until now
 * @param mergedAt since when
 */
public record MergeUndone(UUID merge, CustomerRef kept, CustomerRef other, Instant mergedAt, Instant at) {}
