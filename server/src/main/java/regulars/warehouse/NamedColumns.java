package regulars.warehouse;

import java.util.HashSet;
import java.util.Set;
import org.jooq.TableField;
import org.jooq.VisitContext;
import org.jooq.VisitListener;
import org.jooq.impl.TableImpl;

/** The columns that queries name, gathered while they are rendered. For one thread. */
final class NamedColumns implements VisitListener {
    private record Column(String table, String name) {}

    private final Set<Column> named = new HashSet<>();
    private final Set<String> anywhere = new HashSet<>();

    @Override
    public void visitStart(VisitContext context) {
        if (!(context.queryPart() instanceof TableField<?, ?> field)) return;
        var table = field.getTable();
        if (table == null || table.getClass().getPackage().equals(TableImpl.class.getPackage()))
            return; // no generated one
        var schema = table.getSchema();
        if (schema == null) anywhere.add(field.getName());
        else named.add(new Column(schema.getName() + "." + table.getName(), field.getName()));
    }

    /** Of a table under another name any table's column of that name may be meant: one too many costs little. */
    boolean contains(TableShape table, String column) {
        return anywhere.contains(column) || named.contains(new Column(table.name(), column));
    }
}
