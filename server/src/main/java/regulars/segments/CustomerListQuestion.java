package regulars.segments;

import org.jspecify.annotations.Nullable;

/**
 * Which customers, and in which order.
 *
 * @param rule what they must meet; null for everybody
 * @param search any part of a name, an address or an id; null for everybody
 */
record CustomerListQuestion(@Nullable Rule rule, @Nullable String search, CustomerOrder order, boolean descending) {
    private static final int LONGEST_SEARCH = 200;

    CustomerListQuestion {
        search = search == null || search.isBlank() ? null : search.strip();
        if (search != null && search.length() > LONGEST_SEARCH) search = search.substring(0, LONGEST_SEARCH);
    }

    /** Nothing to look through the base for: the pages are read by key. */
    boolean plain() {
        return rule == null && search == null && order == CustomerOrder.NEWEST && descending;
    }
}
