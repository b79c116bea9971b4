package regulars.warehouse;

import static regulars.warehouse.TableShape.quote;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.conf.MappedSchema;
import org.jooq.conf.MappedTable;
import org.jooq.conf.RenderMapping;
import org.jooq.conf.Settings;
import org.jspecify.annotations.Nullable;
import regulars.kernel.MirroredTable;
import regulars.kernel.Sight;

/**
 * What a sight narrower than the whole leaves of the mirror. For one transaction each table has a temporary view in its
 * place, and queries are written on those: no query can forget it, and one that names a table past them fails.
 */
final class Narrowing {
    private static final String PLACE = "main";
    private static final String SEEN = "customers in sight";

    private final MirrorShape shape;
    private final Settings settings;
    private final @Nullable MirroredTable people;

    Narrowing(MirrorShape shape, List<MirroredTable> tables, Settings whole) {
        this.shape = shape;
        this.people = tables.stream()
                .filter(table -> table.owner() != null)
                .findFirst()
                .orElse(null);
        this.settings = ((Settings) whole.clone()).withRenderMapping(mapping(shape));
    }

    /** For queries inside the transaction that {@link #begin} was called in. */
    Settings settings() {
        return settings;
    }

    void begin(Statement statement, Sight sight) throws SQLException {
        statement.execute("create temp table " + quote(SEEN) + " as " + seen(sight));
        for (var table : shape.tables()) statement.execute(view(table));
    }

    private String seen(Sight sight) {
        var owned = people;
        var owners = sight.owners();
        if (owned == null || owned.owner() == null || owners == null || owners.isEmpty()) {
            return "select 0 as number where false";
        }
        var ids = owners.stream().map(id -> "'" + id + "'::uuid").collect(Collectors.joining(", "));
        return "select " + quote(owned.key().getName()) + " as number from "
                + TableShape.of(owned).quoted() + " where "
                + quote(owned.owner().getName()) + " in (" + ids + ")";
    }

    private String view(TableShape table) {
        var rows = "create temp view " + quote(table.name()) + " as select * from " + table.quoted();
        var customer = customer(table);
        return customer == null
                ? rows
                : rows + " where " + quote(customer) + " in (select number from " + quote(SEEN) + ")";
    }

    private @Nullable String customer(TableShape table) {
        if (people != null && TableShape.of(people).name().equals(table.name())) return table.key();
        boolean known =
                table.mirrorColumns().stream().anyMatch(column -> column.name().equals(TableShape.CUSTOMER_NUMBER));
        return known ? TableShape.CUSTOMER_NUMBER : null;
    }

    static RenderMapping mapping(MirrorShape shape) {
        var schemas = shape.tables().stream().collect(Collectors.groupingBy(TableShape::schema));
        return new RenderMapping()
                .withSchemata(schemas.entrySet().stream()
                        .map(schema -> new MappedSchema()
                                .withInput(schema.getKey())
                                .withOutput(PLACE)
                                .withTables(schema.getValue().stream()
                                        .map(table -> new MappedTable()
                                                .withInput(table.table())
                                                .withOutput(table.name()))
                                        .toList()))
                        .toList());
    }
}
