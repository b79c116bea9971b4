package regulars.segments;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * Whom a program looks at.
 *
 * @param customers numbers; null means the whole base, or those whom {@code among} finds
 */
record Scope(Integer @Nullable [] customers, @Nullable Select<Record1<Integer>> among) {
    static final Scope WHOLE_BASE = new Scope(null, null);

    static Scope of(Integer... customers) {
        return new Scope(customers, null);
    }

    static Scope among(Select<Record1<Integer>> customers) {
        return new Scope(null, customers);
    }

    Condition admits(Field<Integer> customer) {
        if (among != null) return customer.in(among);
        var numbers = customers;
        if (numbers == null) return noCondition();
        if (numbers.length == 1) return customer.eq(numbers[0]);
        return customer.in(select(field("unnest({0})", SQLDataType.INTEGER, val(numbers))));
    }
}
