package regulars.commerce;

import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;
import static schema.commerce.Tables.ORDERS;
import static schema.customers.Tables.CUSTOMER;

import java.time.Instant;
import java.util.Locale;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * Which orders.
 *
 * @param search any part of the order's id at the source or of the buyer's name; null for all
 * @param from placed then or later
 * @param to placed before then
 */
record WantedOrders(
        @Nullable String search,
        @Nullable String status,
        @Nullable Instant from,
        @Nullable Instant to) {
    private static final int LONGEST = 200;

    WantedOrders {
        search = search == null || search.isBlank() ? null : search.strip().toLowerCase(Locale.ROOT);
        if (search != null && search.length() > LONGEST) search = search.substring(0, LONGEST);
        status = status == null || status.isBlank() ? null : status;
    }

    /** On the mirror, where the order's customer is joined. */
    Condition condition() {
        var found = noCondition();
        if (search != null) found = contains(ORDERS.EXTERNAL_ID, search).or(contains(CUSTOMER.FULL_NAME, search));
        if (status != null) found = found.and(ORDERS.STATUS.eq(status));
        if (from != null) found = found.and(ORDERS.PLACED_AT.ge(from));
        return to == null ? found : found.and(ORDERS.PLACED_AT.lt(to));
    }

    private static Condition contains(Field<String> text, String part) {
        return function("contains", Boolean.class, lower(text), val(part)).isTrue();
    }
}
