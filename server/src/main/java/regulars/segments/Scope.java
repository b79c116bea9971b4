package regulars.segments;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * Whom a program looks at.
 *
 * @param customers numbers; null means the whole base
 */
record Scope(Integer @Nullable [] customers) {
    static final Scope WHOLE_BASE = new Scope(null);

    static Scope of(Integer... customers) {
        return new Scope(customers);
    }

    Condition admits(Field<Integer> customer) {
        var numbers = customers;
        if (numbers == null) return noCondition();
        if (numbers.length == 1) return customer.eq(numbers[0]);
        return customer.in(select(field("unnest({0})", SQLDataType.INTEGER, val(numbers))));
    }
}
