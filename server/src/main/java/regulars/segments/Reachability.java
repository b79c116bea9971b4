package regulars.segments;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;
import static schema.consent.Tables.SUPPRESSION;
import static schema.customers.Tables.CONTACT_POINT;

import java.util.Locale;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;

/**
 * Whom a message could reach, as the send gate decides it ({@code channels.Gate}), on the mirror: the best address of
 * the customer, then whether it is stopped, then their consent. A test asks both about the same people.
 */
final class Reachability {
    private Reachability() {}

    /** @param granted the customer's consent to the purpose on the channel; null when they never said anything */
    static ConditionSql condition(ReachChannel channel, Field<Boolean> granted) {
        var address = channel.address();
        var stopped = address.in(stopped(channel));
        return ConditionSql.timeless(
                address.isNotNull().and(stopped.not()).and(granted.isTrue()),
                when(address.isNull(), inline("NO_ADDRESS"))
                        .when(stopped, inline("SUPPRESSED"))
                        .when(granted.isNull(), inline("NO_CONSENT"))
                        .when(granted.isFalse(), inline("WITHDRAWN"))
                        .otherwise(inline("REACHABLE")));
    }

    /** Addresses that get nothing on the channel: stops know them by their hash only. */
    private static Select<Record1<String>> stopped(ReachChannel channel) {
        return select(CONTACT_POINT.NORMALISED)
                .from(CONTACT_POINT)
                .join(SUPPRESSION)
                .on(SUPPRESSION.ADDRESS_HASH.eq(CONTACT_POINT.ADDRESS_HASH))
                .where(CONTACT_POINT.KIND.eq(channel.contact().name().toLowerCase(Locale.ROOT)))
                .and(SUPPRESSION.CHANNEL.eq(channel.code()));
    }
}
