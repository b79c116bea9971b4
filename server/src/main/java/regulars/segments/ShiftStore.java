package regulars.segments;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** Counts people by what held for them at two moments. Both tables have a row for each person. */
final class ShiftStore {
    private ShiftStore() {}

    static List<Shift> shifts(DSLContext mirror, Table<?> before, Table<?> after) {
        var held = bits(before);
        var holds = bits(after);
        return mirror.select(held, holds, count())
                .from(before)
                .join(after)
                .on(number(before).eq(number(after)))
                .where(held.ne(0L).or(holds.ne(0L)))
                .groupBy(held, holds)
                .fetch(row -> new Shift(row.value1(), row.value2(), row.value3()));
    }

    private static Field<Long> bits(Table<?> table) {
        return field(name(table.getName(), "bits"), SQLDataType.BIGINT);
    }

    private static Field<Integer> number(Table<?> table) {
        return field(name(table.getName(), "number"), SQLDataType.INTEGER);
    }
}
