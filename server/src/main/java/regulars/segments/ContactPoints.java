package regulars.segments;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static schema.customers.Tables.CONTACT_POINT;
import static schema.customers.Tables.CUSTOMER;

import java.util.List;
import java.util.Locale;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import regulars.segments.Rule.ContactRule;
import regulars.warehouse.Warehouse;

/** Conditions about a customer's addresses. */
final class ContactPoints {
    private ContactPoints() {}

    static ConditionSql condition(ContactRule rule) {
        var customer = Warehouse.customer(CONTACT_POINT);
        var meets = kind(rule)
                .and(quality(rule.quality()))
                .and(domains(rule.domains()))
                .and(callingCodes(rule.callingCodes()));
        var having = select(customer).from(CONTACT_POINT).where(meets).and(customer.isNotNull());
        return ConditionSql.timeless(CUSTOMER.NUMBER.in(having), addresses(rule, customer));
    }

    /** All addresses of the kind, so that an answer "no" shows what there is instead. */
    private static Field<String> addresses(ContactRule rule, Field<Integer> customer) {
        return field(select(field("string_agg(distinct {0}, ', ')", SQLDataType.CLOB, CONTACT_POINT.NORMALISED))
                .from(CONTACT_POINT)
                .where(kind(rule))
                .and(customer.eq(CUSTOMER.NUMBER)));
    }

    private static Condition kind(ContactRule rule) {
        return CONTACT_POINT.KIND.eq(rule.contact().name().toLowerCase(Locale.ROOT));
    }

    private static Condition quality(ContactQuality quality) {
        return switch (quality) {
            case ANY -> noCondition();
            case USABLE -> CONTACT_POINT.VALIDITY.ne("invalid");
            case VALID -> CONTACT_POINT.VALIDITY.eq("valid");
            case INVALID -> CONTACT_POINT.VALIDITY.eq("invalid");
        };
    }

    private static Condition domains(List<String> domains) {
        if (domains.isEmpty()) return noCondition();
        var domain = field("split_part({0}, '@', -1)", SQLDataType.CLOB, CONTACT_POINT.NORMALISED);
        return lower(domain)
                .in(domains.stream().map(wanted -> lower(val(wanted))).toList());
    }

    private static Condition callingCodes(List<String> codes) {
        if (codes.isEmpty()) return noCondition();
        return or(codes.stream()
                .map(code -> Folding.startsWith(CONTACT_POINT.NORMALISED, "+" + code))
                .toList());
    }
}
