package regulars.kernel;

import org.jooq.Table;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * A room's word that a table of its own belongs to the mirror, with the same schema, name and columns there.
 *
 * @param table the generated table; it has the feed's column and triggers (procedure {@code warehouse.mirror})
 * @param key its primary key, an integer
 * @param sortedBy the column that queries cut windows of: rows lie in its order, so that a window touches little
 */
public record MirroredTable(
        Table<?> table,
        TableField<?, ? extends Number> key,
        @Nullable TableField<?, ?> sortedBy) {
    public MirroredTable(Table<?> table, TableField<?, ? extends Number> key) {
        this(table, key, null);
    }
}
