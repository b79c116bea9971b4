package regulars.customers;

/**
 * What a change of many customers would do.
 *
 * @param total those it is asked for
 * @param changing those it would change
 * @param same those who are so already
 * @param gone those who are no customers any more, or were never the caller's to see
 */
public record BulkOutlook(int total, int changing, int same, int gone) {}
