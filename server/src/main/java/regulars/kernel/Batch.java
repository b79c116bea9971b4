package regulars.kernel;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Java values as a table of a PostgreSQL statement: one array a column, so that a batch of any size is one short
 * statement. Not safe for use by several threads.
 *
 * <pre>{@code
 * var input = Batch.of("input", keys).column("kind", VARCHAR, Key::kind).column("value", VARCHAR, Key::value);
 * dsl.insertInto(T, T.KIND, T.VALUE).select(select(input.field("kind"), input.field("value")).from(input.table()))
 * }</pre>
 */
public final class Batch<T> {
    private final String name;
    private final List<T> rows;
    private final List<String> columns = new ArrayList<>();
    private final List<DataType<?>> types = new ArrayList<>();
    private final List<QueryPart> arrays = new ArrayList<>();

    private Batch(String name, List<T> rows) {
        this.name = name;
        this.rows = rows;
    }

    public static <T> Batch<T> of(String name, List<T> rows) {
        return new Batch<>(name, rows);
    }

    /** A column of the table; a value may be null. */
    public <V> Batch<T> column(String column, DataType<V> type, Function<? super T, ? extends @Nullable V> value) {
        Object[] values = (Object[]) Array.newInstance(type.getType(), rows.size());
        for (int i = 0; i < values.length; i++) values[i] = value.apply(rows.get(i));
        columns.add(column);
        types.add(type);
        arrays.add(DSL.val(values, type.array()));
        return this;
    }

    public Table<?> table() {
        var slots = new StringBuilder("unnest(");
        for (int i = 0; i < arrays.size(); i++)
            slots.append(i == 0 ? "{" : ", {").append(i).append('}');
        return DSL.table(slots.append(')').toString(), arrays.toArray(QueryPart[]::new))
                .as(name, columns.toArray(String[]::new));
    }

    /** The column in the table, with the type it was given; the caller names the type it expects. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <V> Field<V> field(String column) {
        var type = types.get(columns.indexOf(column));
        return (Field<V>) DSL.field(DSL.name(name, column), type);
    }
}
