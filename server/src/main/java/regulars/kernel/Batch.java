package regulars.kernel;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

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
    private final List<Object[]> values = new ArrayList<>();

    private Batch(String name, List<T> rows) {
        this.name = name;
        this.rows = rows;
    }

    public static <T> Batch<T> of(String name, List<T> rows) {
        return new Batch<>(name, rows);
    }

    /** A column of the table; a value may be null. */
    public <V> Batch<T> column(String column, DataType<V> type, Function<? super T, ? extends @Nullable V> value) {
        Object[] cells = (Object[]) Array.newInstance(type.getType(), rows.size());
        for (int i = 0; i < cells.length; i++) cells[i] = value.apply(rows.get(i));
        columns.add(column);
        types.add(type);
        values.add(cells);
        return this;
    }

    /** A column that bears the name and the type of a table's. */
    public <V> Batch<T> column(Field<V> like, Function<? super T, ? extends @Nullable V> value) {
        return column(like.getName(), like.getDataType(), value);
    }

    public Table<?> table() {
        var slots = new StringBuilder("unnest(");
        var arrays = new QueryPart[values.size()];
        for (int i = 0; i < arrays.length; i++) {
            slots.append(i == 0 ? "{" : ", {").append(i).append('}');
            arrays[i] = DSL.val(values.get(i), types.get(i).array());
        }
        return DSL.table(slots.append(')').toString(), arrays).as(name, columns.toArray(String[]::new));
    }

    /**
     * Appends the rows to a table that has columns of these names, in their order and in the transaction of the moment.
     * Costs a fraction of an insert, and tells nothing back: a conflict ends the transaction.
     */
    public void copyInto(DSLContext dsl, Table<?> target) {
        if (rows.isEmpty()) return;
        dsl.connection(connection -> {
            var names =
                    columns.stream().map(column -> dsl.render(DSL.name(column))).collect(Collectors.joining(", "));
            var sql = "copy " + dsl.render(target) + " (" + names + ") from stdin";
            var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
            try {
                new CopyText(copy).write(values, rows.size());
            } finally {
                if (copy.isActive()) copy.cancelCopy();
            }
        });
    }

    /** The column in the table, with the type it was given; the caller names the type it expects. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <V> Field<V> field(String column) {
        var type = types.get(columns.indexOf(column));
        return (Field<V>) DSL.field(DSL.name(name, column), type);
    }

    /** The column of the name and type of a table's. */
    public <V> Field<V> field(Field<V> like) {
        return field(like.getName());
    }
}
