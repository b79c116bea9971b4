package regulars.segments;

import static schema.campaigns.Tables.RESPONSE;
import static schema.collect.Tables.EVENT;
import static schema.commerce.Tables.ORDERS;
import static schema.commerce.Tables.ORDER_LINE;
import static schema.commerce.Tables.PRODUCT;
import static schema.consent.Tables.PURPOSE;
import static schema.consent.Tables.STATE;
import static schema.customers.Tables.ATTRIBUTE_CURRENT;
import static schema.customers.Tables.CONTACT_POINT;
import static schema.customers.Tables.CUSTOMER;
import static schema.customers.Tables.CUSTOM_OBJECT;
import static schema.customers.Tables.OBJECT_LINK;
import static schema.customers.Tables.OBJECT_VALUE;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import regulars.warehouse.Warehouse;
import tools.jackson.databind.json.JsonMapper;

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
            EVENT,
            RESPONSE);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Map<String, Integer> ATTRIBUTE_IDS = new HashMap<>();

    static {
        RandomWorlds.ATTRIBUTES.keySet().stream()
                .sorted()
                .forEach(key -> ATTRIBUTE_IDS.put(key, ATTRIBUTE_IDS.size() + 1));
    }

    private static final EventKind CLICKS = new EventKind(
            RandomWorlds.CLICKED,
            RESPONSE,
            RESPONSE.CUSTOMER_NUMBER,
            RESPONSE.FIRST_HUMAN_AT,
            RESPONSE.HUMAN_HITS.gt(0),
            List.of(new EventKind.EventProperty("brand", RESPONSE.URL, List::of)));

    private final Connection connection;
    private final Map<Table<?>, List<Map<? extends Field<?>, ?>>> pending = new HashMap<>();
    private long ids;

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
                        key, new Catalogue.OwnAttribute(Objects.requireNonNull(ATTRIBUTE_IDS.get(key)), type)));
        var catalogue = new Catalogue(
                attributes,
                objects(attributes),
                java.util.Set.copyOf(RandomWorlds.PURPOSES),
                List.copyOf(world.counting()),
                id -> Optional.ofNullable(world.segments().get(id))
                        .map(rule -> new Catalogue.NamedRule(id, "segment " + id, rule)),
                Map.of(RandomWorlds.CLICKED, CLICKS),
                Map.of("shop", 1, "site", 2),
                TestCells.CELLS);
        return new RuleContext(world.asOf(), world.zone(), catalogue);
    }

    /** Types of objects with the fields that customers have, under the same ids. */
    private static Map<String, Catalogue.OwnObjects> objects(Map<String, Catalogue.OwnAttribute> fields) {
        return RandomWorlds.OBJECT_TYPES.stream()
                .collect(Collectors.toMap(type -> type, type -> new Catalogue.OwnObjects(typeId(type), fields)));
    }

    private static int typeId(String type) {
        return RandomWorlds.OBJECT_TYPES.indexOf(type) + 1;
    }

    void fill(World world, List<World.Product> products) {
        for (String purpose : RandomWorlds.PURPOSES)
            row(PURPOSE, Map.of(PURPOSE.ID, id(purpose), PURPOSE.CODE, purpose));
        for (World.Product product : products) product(product);
        world.people().forEach(person -> person(person));
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

    private void person(World.Person person) {
        Map<Field<?>, @Nullable Object> row = new HashMap<>();
        row.put(CUSTOMER.NUMBER, person.number());
        row.put(CUSTOMER.ID, new UUID(1, person.number()));
        row.put(CUSTOMER.STATE, person.active() ? "active" : "merged");
        row.put(CUSTOMER.LANGUAGE, person.language());
        row.put(CUSTOMER.COUNTRY, person.country());
        row.put(CUSTOMER.REGION, person.region());
        row.put(CUSTOMER.CITY, person.city());
        row.put(CUSTOMER.SEX, person.sex());
        row.put(CUSTOMER.ZONE, person.zone());
        row.put(CUSTOMER.OWNER_ID, person.owner());
        row.put(CUSTOMER.BIRTH_DATE, person.birthDate());
        row.put(CUSTOMER.CREATED_AT, person.createdAt());
        row(CUSTOMER, row);
        for (World.Subject subject : person.subjects()) subject(person.number(), subject);
        if (person.number() % 2 == 0) stray();
    }

    /** Facts of a subject that is nobody's yet. */
    private void stray() {
        Map<Field<?>, @Nullable Object> row = new HashMap<>();
        row.put(CONTACT_POINT.ID, ++ids);
        row.put(CONTACT_POINT.KIND, "email");
        row.put(CONTACT_POINT.NORMALISED, "nobody@mail.example");
        row.put(CONTACT_POINT.VALIDITY, "valid");
        row.put(CONTACT_POINT.SUBJECT_NUMBER, 1_000_000L + ids);
        row(CONTACT_POINT, row);
    }

    private void subject(int customer, World.Subject subject) {
        for (World.OwnValue value : subject.values()) {
            owned(ATTRIBUTE_CURRENT, customer, subject.number(), own(value));
        }
        for (World.Thing thing : subject.things()) thing(customer, subject.number(), thing);
        for (World.Contact contact : subject.contacts()) {
            owned(
                    CONTACT_POINT,
                    customer,
                    subject.number(),
                    Map.of(
                            CONTACT_POINT.ID, ++ids,
                            CONTACT_POINT.KIND, contact.kind().name().toLowerCase(Locale.ROOT),
                            CONTACT_POINT.NORMALISED, contact.normalised(),
                            CONTACT_POINT.VALIDITY, contact.validity()));
        }
        for (World.Said said : subject.said()) {
            owned(
                    STATE,
                    customer,
                    subject.number(),
                    Map.of(
                            STATE.ID, ++ids,
                            STATE.CHANNEL, said.channel(),
                            STATE.PURPOSE_ID, id(said.purpose()),
                            STATE.GRANTED, said.granted(),
                            STATE.IMPORTED, said.imported(),
                            STATE.GIVEN_AT, said.givenAt()));
        }
        for (World.Event event : subject.events()) event(customer, subject.number(), event);
        for (World.Order order : subject.orders()) order(customer, subject.number(), order);
    }

    private void event(int customer, long subject, World.Event event) {
        boolean machine = event.type().equals(RandomWorlds.CLICKED_BY_MACHINE);
        if (machine || event.type().equals(RandomWorlds.CLICKED)) {
            Map<Field<?>, @Nullable Object> row = new HashMap<>();
            row.put(RESPONSE.NUMBER, ++ids);
            row.put(RESPONSE.CUSTOMER_NUMBER, customer);
            row.put(RESPONSE.HUMAN_HITS, machine ? 0 : 2);
            row.put(RESPONSE.FIRST_HUMAN_AT, event.at());
            row.put(RESPONSE.URL, event.properties().get("brand"));
            row(RESPONSE, row);
            return;
        }
        owned(
                EVENT,
                customer,
                subject,
                Map.of(
                        EVENT.NUMBER, ++ids,
                        EVENT.TYPE, event.type(),
                        EVENT.OCCURRED_AT, event.at(),
                        EVENT.PROPERTIES, JSONB.valueOf(JSON.writeValueAsString(event.properties()))));
    }

    private static Map<Field<?>, @Nullable Object> own(World.OwnValue value) {
        Map<Field<?>, @Nullable Object> row = new HashMap<>();
        row.put(ATTRIBUTE_CURRENT.ID, value.id());
        row.put(ATTRIBUTE_CURRENT.ATTRIBUTE_ID, ATTRIBUTE_IDS.get(value.key()));
        row.put(ATTRIBUTE_CURRENT.GIVEN_AT, value.givenAt());
        put(row, ATTRIBUTE_CURRENT, value.value());
        return row;
    }

    /** In the column of its type, which tables of values call the same. */
    private static void put(Map<Field<?>, @Nullable Object> row, Table<?> table, @Nullable Object value) {
        var column = switch (value) {
            case String _, List<?> _ -> "text_value";
            case Double _ -> "number_value";
            case Boolean _ -> "boolean_value";
            case LocalDate _ -> "date_value";
            case null, default -> "instant_value";
        };
        var kept = value instanceof List<?> items
                ? items.stream().map(String::valueOf).collect(Collectors.joining("\n"))
                : value;
        row.put(Objects.requireNonNull(table.field(column)), kept);
    }

    private void thing(int customer, long subject, World.Thing thing) {
        Map<Field<?>, @Nullable Object> row = new HashMap<>();
        row.put(CUSTOM_OBJECT.NUMBER, thing.number());
        row.put(CUSTOM_OBJECT.TYPE_ID, typeId(thing.type()));
        row.put(CUSTOM_OBJECT.DELETED_AT, thing.deleted() ? Instant.EPOCH : null);
        row(CUSTOM_OBJECT, row);
        owned(OBJECT_LINK, customer, subject, Map.of(OBJECT_LINK.ID, ++ids, OBJECT_LINK.OBJECT_NUMBER, thing.number()));
        thing.values().forEach((key, value) -> {
            Map<Field<?>, @Nullable Object> cell = new HashMap<>();
            cell.put(OBJECT_VALUE.ID, ++ids);
            cell.put(OBJECT_VALUE.OBJECT_NUMBER, thing.number());
            cell.put(OBJECT_VALUE.ATTRIBUTE_ID, ATTRIBUTE_IDS.get(key));
            put(cell, OBJECT_VALUE, value);
            row(OBJECT_VALUE, cell);
        });
    }

    private void order(int customer, long subject, World.Order order) {
        long number = ++ids;
        Map<Field<?>, @Nullable Object> values = new HashMap<>();
        values.put(ORDERS.NUMBER, number);
        values.put(ORDERS.PLACED_AT, order.placedAt());
        values.put(ORDERS.STATUS, order.status());
        values.put(ORDERS.TOTAL_MINOR, order.total());
        values.put(ORDERS.SHIPPING_MINOR, order.shipping());
        values.put(ORDERS.REVENUE_BASE_MINOR, order.revenue());
        values.put(ORDERS.PAYMENT_METHOD, order.paymentMethod());
        values.put(ORDERS.SOURCE_ID, order.source());
        owned(ORDERS, customer, subject, values);
        for (World.Line line : order.lines()) {
            Map<Field<?>, @Nullable Object> row = new HashMap<>();
            row.put(ORDER_LINE.ID, ++ids);
            row.put(ORDER_LINE.ORDER_NUMBER, number);
            row.put(
                    ORDER_LINE.PRODUCT_NUMBER,
                    line.product() == null ? null : line.product().number());
            row.put(ORDER_LINE.AMOUNT_MINOR, line.amount());
            row(ORDER_LINE, row);
        }
    }

    private void product(World.Product product) {
        Map<Field<?>, @Nullable Object> row = new HashMap<>();
        row.put(PRODUCT.NUMBER, product.number());
        row.put(PRODUCT.ID, product.id());
        row.put(PRODUCT.CATEGORY, product.category());
        row.put(PRODUCT.BRAND, product.brand());
        row(PRODUCT, row);
    }

    private void owned(Table<?> table, int customer, long subject, Map<? extends Field<?>, ?> values) {
        Map<Field<?>, @Nullable Object> row = new HashMap<>(values);
        row.put(table.field("subject_number"), subject);
        row.put(Warehouse.customer(table), customer);
        row(table, row);
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

    private static int id(String purpose) {
        return RandomWorlds.PURPOSES.indexOf(purpose) + 1;
    }
}
