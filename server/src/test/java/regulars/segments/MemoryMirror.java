package regulars.segments;

import static schema.campaigns.Tables.RESPONSE;
import static schema.collect.Tables.EVENT;
import static schema.commerce.Tables.ORDERS;
import static schema.commerce.Tables.ORDER_LINE;
import static schema.commerce.Tables.PRODUCT;
import static schema.consent.Tables.PURPOSE;
import static schema.consent.Tables.STATE;
import static schema.consent.Tables.SUPPRESSION;
import static schema.customers.Tables.ATTRIBUTE_CURRENT;
import static schema.customers.Tables.COMPANY;
import static schema.customers.Tables.COMPANY_PERSON;
import static schema.customers.Tables.CONTACT_POINT;
import static schema.customers.Tables.CUSTOMER;
import static schema.customers.Tables.CUSTOM_OBJECT;
import static schema.customers.Tables.OBJECT_LINK;
import static schema.customers.Tables.OBJECT_VALUE;
import static schema.segments.Tables.LIST_PLACE;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import regulars.customers.ObjectOwnerKind;
import regulars.warehouse.Warehouse;

/** A database in memory with the mirror's tables, filled from a {@link World}. */
final class MemoryMirror implements AutoCloseable {
    private static final List<Table<?>> TABLES = List.of(
            CUSTOMER,
            ORDERS,
            ORDER_LINE,
            PRODUCT,
            CONTACT_POINT,
            PURPOSE,
            STATE,
            ATTRIBUTE_CURRENT,
            CUSTOM_OBJECT,
            OBJECT_LINK,
            OBJECT_VALUE,
            COMPANY,
            COMPANY_PERSON,
            EVENT,
            RESPONSE,
            SUPPRESSION,
            LIST_PLACE);
    private static final EventKind CLICKS = new EventKind(
            RandomWorlds.CLICKED,
            RESPONSE,
            RESPONSE.CUSTOMER_NUMBER,
            RESPONSE.FIRST_HUMAN_AT,
            RESPONSE.HUMAN_HITS.gt(0),
            List.of(new EventKind.EventProperty("brand", RESPONSE.URL, List::of)));

    private final Connection connection;
    private final Map<Table<?>, List<Map<? extends Field<?>, ?>>> pending = new HashMap<>();
    private final WorldRows rows = new WorldRows(this::row, true);

    MemoryMirror() throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        var dsl = dsl();
        for (Table<?> table : TABLES) {
            dsl.createSchemaIfNotExists(table.getSchema()).execute();
            var columns = new ArrayList<Field<?>>(List.of(table.fields()));
            if (table.field("subject_number") != null) columns.add(Warehouse.customer(table));
            dsl.createTable(table)
                    .columns(columns.stream().map(MemoryMirror::plain).toList())
                    .execute();
        }
        dsl.execute("set timezone = 'UTC'");
        dsl.execute("pragma disable_optimizer"); // to plan a bundle of rules costs more than to run it on sixty people
    }

    DSLContext dsl() {
        return DSL.using(connection, SQLDialect.DUCKDB);
    }

    RuleContext context(World world) {
        Map<String, Catalogue.OwnAttribute> attributes = new HashMap<>();
        world.attributes()
                .forEach((key, type) -> attributes.put(
                        key,
                        new Catalogue.OwnAttribute(Objects.requireNonNull(WorldRows.ATTRIBUTE_IDS.get(key)), type)));
        var catalogue = new Catalogue(
                attributes,
                objects(world.attributes()),
                java.util.Set.copyOf(RandomWorlds.PURPOSES),
                List.copyOf(world.counting()),
                id -> Optional.ofNullable(world.segments().get(id))
                        .map(rule -> new Catalogue.NamedRule(id, "segment " + id, rule)),
                new RoomKinds(List.of(CLICKS), TestValues.KINDS),
                Map.of("shop", 1, "site", 2),
                TestCells.CELLS);
        return new RuleContext(world.asOf(), world.zone(), catalogue);
    }

    /** Types of objects with the fields that customers have. */
    private static Map<String, Catalogue.OwnObjects> objects(Map<String, ValueType> fields) {
        return RandomWorlds.OBJECT_TYPES.stream().collect(Collectors.toMap(type -> type, type -> {
            Map<String, Catalogue.OwnAttribute> own = new HashMap<>();
            fields.forEach((key, of) -> own.put(key, new Catalogue.OwnAttribute(WorldRows.fieldId(type, key), of)));
            return new Catalogue.OwnObjects(WorldRows.typeId(type), owner(type), null, own);
        }));
    }

    private static ObjectOwnerKind owner(String type) {
        return type.equals(RandomWorlds.OF_COMPANIES) ? ObjectOwnerKind.COMPANY : ObjectOwnerKind.CUSTOMER;
    }

    void fill(World world, List<World.Product> products) {
        for (String purpose : RandomWorlds.PURPOSES)
            row(PURPOSE, Map.of(PURPOSE.ID, WorldRows.id(purpose), PURPOSE.CODE, purpose));
        for (World.Product product : products) rows.product(product);
        world.companies().forEach(rows::company);
        world.people().forEach(rows::person);
        world.stops().forEach(rows::stop);
        dsl().execute("begin transaction");
        for (Table<?> table : TABLES) dsl().deleteFrom(table).execute();
        pending.forEach(this::insert);
        pending.clear();
        dsl().execute("commit");
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private void row(Table<?> table, Map<? extends Field<?>, ?> values) {
        pending.computeIfAbsent(table, any -> new ArrayList<>()).add(values);
    }

    /** Many rows a statement, for each costs as much as a row. */
    private void insert(Table<?> table, List<Map<? extends Field<?>, ?>> rows) {
        List<Field<?>> columns =
                rows.stream().flatMap(row -> row.keySet().stream()).distinct().collect(Collectors.toList());
        for (int from = 0; from < rows.size(); from += 200) {
            var statement = dsl().insertInto(table).columns(columns);
            for (var row : rows.subList(from, Math.min(from + 200, rows.size())))
                statement = statement.values(columns.stream().map(row::get).toList());
            statement.execute();
        }
    }

    private static Field<?> plain(Field<?> column) {
        if (column.getType() == java.math.BigDecimal.class)
            return DSL.field(column.getUnqualifiedName(), SQLDataType.DOUBLE);
        if (column.getType() == org.jooq.JSONB.class) return DSL.field(column.getUnqualifiedName(), SQLDataType.CLOB);
        return DSL.field(
                column.getUnqualifiedName(), DSL.field("", column.getType()).getDataType());
    }
}
