package regulars.kernel;

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
 * @param owner the column that says whose customer a row is; the table of customers alone has one
 */
public record MirroredTable(
        Table<?> table,
        TableField<?, ? extends Number> key,
        @Nullable TableField<?, ?> sortedBy,
        @Nullable TableField<?, UUID> owner) {
    public MirroredTable(Table<?> table, TableField<?, ? extends Number> key) {
        this(table, key, null, null);
    }

    public MirroredTable(Table<?> table, TableField<?, ? extends Number> key, TableField<?, ?> sortedBy) {
        this(table, key, sortedBy, null);
    }

    /** A sight that is narrower than the whole then narrows every table that knows its customer. */
    public MirroredTable ownedBy(TableField<?, UUID> column) {
        return new MirroredTable(table, key, sortedBy, column);
    }
}
