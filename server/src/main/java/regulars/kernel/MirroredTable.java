package regulars.kernel;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Table;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * A room's word that a table of its own belongs to the mirror, with the same schema, name and columns there.
 *
 * @param table the generated table; it has the feed's column and triggers (procedure {@code warehouse.mirror})
 * @param key its primary key, an integer
 * @param sortedBy the column that queries cut windows of: rows lie in its order, so that a window touches little
 * @param owner the column that says whose customer a row is, or whose company
 * @param way how a row that names no person leads to one; null where each does, or where rows concern everybody
 * @param nobody no rule asks about such rows
 * @param unmirrored columns that stay behind, for nothing on the mirror asks about them
 */
public record MirroredTable(
        Table<?> table,
        TableField<?, ? extends Number> key,
        @Nullable TableField<?, ?> sortedBy,
        @Nullable TableField<?, UUID> owner,
        @Nullable Way way,
        boolean nobody,
        List<TableField<?, ?>> unmirrored) {
    public MirroredTable {
        unmirrored = List.copyOf(unmirrored);
    }

    public MirroredTable(Table<?> table, TableField<?, ? extends Number> key) {
        this(table, key, null, null, null, false, List.of());
    }

    public MirroredTable(Table<?> table, TableField<?, ? extends Number> key, TableField<?, ?> sortedBy) {
        this(table, key, sortedBy, null, null, false, List.of());
    }

    /** A sight narrower than the whole leaves rows out; of customers, in every table that knows its customer too. */
    public MirroredTable ownedBy(TableField<?, UUID> column) {
        return new MirroredTable(table, key, sortedBy, column, way, nobody, unmirrored);
    }

    /**
     * Its rows are facts of the people whom the rows of another table lead to: where the two columns are equal. In a
     * table with subjects that is so for the rows without one.
     */
    public MirroredTable through(TableField<?, ?> column, TableField<?, ?> theirs) {
        return new MirroredTable(table, key, sortedBy, owner, new Way(column, theirs, null), nobody, unmirrored);
    }

    /** It is there for lists and joins only: whatever changes in it changes nobody's membership of anything. */
    public MirroredTable aboutNobody() {
        return new MirroredTable(table, key, sortedBy, owner, way, true, unmirrored);
    }

    /** The columns are not copied: they would cost the mirror more than they are worth to it. */
    public MirroredTable without(TableField<?, ?>... columns) {
        return new MirroredTable(table, key, sortedBy, owner, way, nobody, List.of(columns));
    }

    /**
     * Where the rows are a tree and lead over another table: a row is also a fact of the people whom those below it lead
     * to, however far below.
     *
     * @param column says which row one is below, by what the way begins with
     */
    public MirroredTable below(TableField<?, ?> column) {
        var plain = Objects.requireNonNull(way, "a way comes first");
        var tree = new Way(plain.column(), plain.theirs(), column);
        return new MirroredTable(table, key, sortedBy, owner, tree, nobody, unmirrored);
    }

    /**
     * A step on the way from a row to a person.
     *
     * @param above null where the rows are no tree
     */
    public record Way(
            TableField<?, ?> column,
            TableField<?, ?> theirs,
            @Nullable TableField<?, ?> above) {}
}
