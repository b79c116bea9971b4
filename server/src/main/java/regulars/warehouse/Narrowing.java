package regulars.warehouse;

import static regulars.warehouse.TableShape.quote;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
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
    private final Map<String, String> owners;

    Narrowing(MirrorShape shape, List<MirroredTable> tables, Settings whole) {
        this.shape = shape;
        this.people = tables.stream()
                .filter(table -> table.owner() != null && table.way() == null)
                .findFirst()
                .orElse(null);
        this.owners = tables.stream()
                .filter(table -> table.owner() != null)
                .collect(Collectors.toMap(table -> TableShape.of(table).name(), Narrowing::owner));
        this.settings = ((Settings) whole.clone()).withRenderMapping(mapping(shape));
    }

    /** For queries inside the transaction that {@link #begin} was called in. */
    Settings settings() {
        return settings;
    }

    void begin(Statement statement, Sight sight) throws SQLException {
        statement.execute("create temp table " + quote(SEEN) + " as " + seen(sight));
        for (var table : shape.tables()) {
            statement.execute("create temp view " + quote(table.name()) + " as select * from " + table.quoted()
                    + " where " + admitted(table, sight));
        }
    }

    private String seen(Sight sight) {
        if (people == null) return "select 0 as number where false";
        var table = TableShape.of(people);
        return "select " + quote(table.key()) + " as number from " + table.quoted() + " where "
                + owned(owner(people), sight);
    }

    private static String owner(MirroredTable table) {
        return Objects.requireNonNull(table.owner()).getName();
    }

    private static String owned(String column, Sight sight) {
        var ids = Objects.requireNonNullElse(sight.owners(), Set.<UUID>of()).stream()
                .map(id -> "'" + id + "'::uuid")
                .collect(Collectors.joining(", "));
        return ids.isEmpty() ? "false" : quote(column) + " in (" + ids + ")";
    }

    /** A row that leads to people over another table is narrowed where that one is. */
    private String admitted(TableShape table, Sight sight) {
        var owner = owners.get(table.name());
        if (owner != null) return owned(owner, sight);
        if (!hasCustomer(table)) return "true";
        var customer = quote(TableShape.CUSTOMER_NUMBER);
        var seen = customer + " in (select number from " + quote(SEEN) + ")";
        return table.whose() instanceof Whose.Either either
                ? seen + " or " + customer + " is null and "
                        + quote(either.over().column()) + " is not null"
                : seen;
    }

    private static boolean hasCustomer(TableShape table) {
        return table.mirrorColumns().stream().anyMatch(column -> column.name().equals(TableShape.CUSTOMER_NUMBER));
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
