package regulars.customers;

import org.jspecify.annotations.Nullable;

/**
 * Which objects of a type, and in which order.
 *
 * @param search any part of a title, of a key or of the owner's name
 * @param titles whether the titles may be searched
 * @param after the number of the last object of the page before
 */
record ObjectQuestion(
        int type,
        @Nullable Owner owner,
        @Nullable String search,
        boolean titles,
        Order order,
        @Nullable Long after) {
    /** A customer or a company, by number. */
    record Owner(ObjectOwnerKind kind, int number) {}

    /** How a list of objects is sorted. */
    enum Order {
        NEWEST,
        CHANGED,
        TITLE
    }
}
