package regulars.kernel;

import org.jooq.Table;
import org.jooq.TableField;

/**
 * A room's word that a table of its own belongs to the mirror, with the same schema, name and columns there.
 *
 * @param table the generated table; it has the feed's column and triggers (procedure {@code warehouse.mirror})
 * @param key its primary key, an integer
 */
public record MirroredTable(Table<?> table, TableField<?, ? extends Number> key) {}
