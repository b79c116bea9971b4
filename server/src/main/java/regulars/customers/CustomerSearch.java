package regulars.customers;

import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static schema.collect.Tables.SUBJECT;
import static schema.customers.Tables.CONTACT_POINT;
import static schema.customers.Tables.CUSTOMER;
import static schema.customers.Tables.SUBJECT_LINK;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import regulars.kernel.Spelling;
import regulars.warehouse.Warehouse;

/** Finds people on the mirror by what somebody types of them. */
@Component
public class CustomerSearch {
    private static final int FEWEST_DIGITS = 3;

    private final Warehouse warehouse;

    CustomerSearch(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /** The newest first. */
    List<Integer> find(String text, FieldSight sight, @Nullable Integer after, int limit) {
        return warehouse.read(mirror -> mirror.select(CUSTOMER.NUMBER)
                .from(CUSTOMER)
                .where(CUSTOMER.STATE.eq("active"), mentions(text, sight))
                .and(after == null ? noCondition() : CUSTOMER.NUMBER.lt(after))
                .orderBy(CUSTOMER.NUMBER.desc())
                .limit(limit)
                .fetch(CUSTOMER.NUMBER));
    }

    /**
     * Any part of a name, of an address of theirs, of a phone number however it is written, or of an id at a source. Words
     * of a name may come in any order, and with е for ё. Addresses that somebody does not see do not find anybody for them.
     */
    public static Condition mentions(String text, FieldSight sight) {
        var part = text.strip().toLowerCase(Locale.ROOT);
        var words = Arrays.stream(part.split("\\s+"))
                .map(word -> contains(CUSTOMER.FULL_NAME, word))
                .toList();
        return and(words).or(CUSTOMER.NUMBER.in(byAddress(part, sight))).or(CUSTOMER.NUMBER.in(byExternalId(part)));
    }

    private static Select<Record1<Integer>> byAddress(String part, FieldSight sight) {
        var digits = part.replaceAll("[\\s().+-]", "");
        boolean phone = digits.length() >= FEWEST_DIGITS && digits.chars().allMatch(Character::isDigit);
        return select(Warehouse.customer(CONTACT_POINT))
                .from(CONTACT_POINT)
                .where(Warehouse.customer(CONTACT_POINT).isNotNull())
                .and(CONTACT_POINT.KIND.notIn(sight.hidden()))
                .and(contains(CONTACT_POINT.NORMALISED, phone ? digits : part));
    }

    private static Select<Record1<Integer>> byExternalId(String part) {
        return select(SUBJECT_LINK.CUSTOMER_NUMBER)
                .from(SUBJECT_LINK)
                .join(SUBJECT)
                .on(SUBJECT.NUMBER.eq(SUBJECT_LINK.SUBJECT_NUMBER))
                .where(SUBJECT.KIND.eq("external"), contains(SUBJECT.VALUE, part));
    }

    /** Whether a text contains the part, which is in lower case. */
    private static Condition contains(Field<String> text, String part) {
        var folded = Spelling.plain(lower(text), List.of(part));
        return function("contains", Boolean.class, folded, val(Spelling.plain(part)))
                .isTrue();
    }
}
