package regulars.kernel;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.SQLDataType.BIGINT;

import java.util.Arrays;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.TableField;

/** Numbers of rows that are still to be written, from the sequence of their table. */
public final class Identities {
    private Identities() {}

    /** So many of them, each greater than the one before; those that are not used leave gaps, as rolled back ones do. */
    public static long[] next(DSLContext dsl, TableField<?, ? extends Number> column, int count) {
        if (count == 0) return new long[0];
        var sequence = table(
                "(select pg_get_serial_sequence({0}, {1})::regclass as name offset 0) s, generate_series(1, {2})",
                inline(dsl.render(Objects.requireNonNull(column.getTable()))), inline(column.getName()), inline(count));
        var numbers = dsl.select(field("nextval(s.name)", BIGINT)).from(sequence).fetch().stream()
                .mapToLong(row -> row.value1())
                .toArray();
        Arrays.sort(numbers);
        return numbers;
    }
}
