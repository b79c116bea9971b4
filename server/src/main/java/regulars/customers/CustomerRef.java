package regulars.customers;

import java.util.UUID;

/**
 * A customer under both names.
 *
 * @param number dense, for bitmaps and joins; never shown
 * @param id public and opaque
 */
public record CustomerRef(int number, UUID id) {}
