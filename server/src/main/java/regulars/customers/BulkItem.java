package regulars.customers;

import org.jspecify.annotations.Nullable;

/**
 * What an undo needs to know of one changed customer.
 *
 * @param former what was there before, as the kind wrote it down
 * @param word the number of what the change wrote: as long as nothing later was said on the matter, it can be undone
 */
public record BulkItem(int customer, @Nullable String former, long word) {}
