package regulars.segments;

import static schema.campaigns.Tables.RESPONSE;
import static schema.collect.Tables.EVENT;
import static schema.commerce.Tables.ORDERS;
import static schema.commerce.Tables.ORDER_LINE;
import static schema.commerce.Tables.PRODUCT;
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

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import regulars.warehouse.Warehouse;
import tools.jackson.databind.json.JsonMapper;

/** The rows that people of a {@link World} and what is theirs are kept in, given to whoever keeps them. */
final class WorldRows {
    static final Map<String, Integer> ATTRIBUTE_IDS = new HashMap<>();

    private static final JsonMapper JSON = JsonMapper.shared();

    static {
        RandomWorlds.ATTRIBUTES.keySet().stream()
                .sorted()
                .forEach(key -> ATTRIBUTE_IDS.put(key, ATTRIBUTE_IDS.size() + 1));
    }

    /** Keeps a row, by columns. */
    interface Sink {
        void row(Table<?> table, Map<? extends Field<?>, ?> values);
    }

    private final Sink sink;
    private final boolean clicksApart;
    private long ids;

    /** @param clicksApart clicks are a room's own rows; otherwise events like any other */
    WorldRows(Sink sink, boolean clicksApart) {
        this.sink = sink;
        this.clicksApart = clicksApart;
    }

    static int typeId(String type) {
        return RandomWorlds.OBJECT_TYPES.indexOf(type) + 1;
    }

    /** Of a field that objects of a type have. */
    static int fieldId(String type, String key) {
        return 100 * typeId(type) + Objects.requireNonNull(ATTRIBUTE_IDS.get(key));
    }

    private static @Nullable Integer source(@Nullable String code) {
        return code == null ? null : RandomWorlds.SOURCES.indexOf(code) + 1;
    }

    static int id(String purpose) {
        return RandomWorlds.PURPOSES.indexOf(purpose) + 1;
    }

    void person(World.Person person) {
        Map<Field<?>, @Nullable Object> row = new HashMap<>();
        row.put(CUSTOMER.NUMBER, person.number());
        row.put(CUSTOMER.ID, new UUID(1, person.number()));
        row.put(CUSTOMER.STATE, person.active() ? "active" : "merged");
        row.put(CUSTOMER.LANGUAGE, person.language());
        row.put(CUSTOMER.COUNTRY, person.country());
        row.put(CUSTOMER.REGION, person.region());
        row.put(CUSTOMER.CITY, person.city());
        row.put(CUSTOMER.DISTRICT, person.district());
        row.put(CUSTOMER.SEX, person.sex());
        row.put(CUSTOMER.ZONE, person.zone());
        row.put(CUSTOMER.OWNER_ID, person.owner());
        row.put(CUSTOMER.FIRST_SOURCE_ID, source(person.firstSource()));
        row.put(CUSTOMER.LAST_SOURCE_ID, source(person.lastSource()));
        row.put(CUSTOMER.BIRTH_DATE, person.birthDate());
        row.put(CUSTOMER.CREATED_AT, person.createdAt());
        row.put(CUSTOMER.EMAIL, person.best(ContactKind.EMAIL));
        row.put(CUSTOMER.PHONE, person.best(ContactKind.PHONE));
        row(CUSTOMER, row);
        for (World.Subject subject : person.subjects()) subject(person.number(), subject);
        if (person.number() % 2 == 0) stray();
    }

    void stop(World.Stop stop) {
        row(
                SUPPRESSION,
                Map.of(
                        SUPPRESSION.ID,
                        ++ids,
                        SUPPRESSION.CHANNEL,
                        stop.channel(),
                        SUPPRESSION.ADDRESS_HASH,
                        hash(stop.address()),
                        SUPPRESSION.REASON,
                        "manual",
                        SUPPRESSION.CREATED_AT,
                        Instant.EPOCH));
    }

    private static byte[] hash(String address) {
        return address.getBytes(StandardCharsets.UTF_8);
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
        for (World.Thing thing : subject.things()) {
            owned(
                    OBJECT_LINK,
                    customer,
                    subject.number(),
                    Map.of(OBJECT_LINK.ID, ++ids, OBJECT_LINK.OBJECT_NUMBER, thing.number()));
            thing(thing);
        }
        for (World.Post post : subject.posts()) post(customer, subject.number(), post);
        for (World.Contact contact : subject.contacts()) {
            owned(
                    CONTACT_POINT,
                    customer,
                    subject.number(),
                    Map.of(
                            CONTACT_POINT.ID, ++ids,
                            CONTACT_POINT.KIND, contact.kind().name().toLowerCase(Locale.ROOT),
                            CONTACT_POINT.NORMALISED, contact.normalised(),
                            CONTACT_POINT.ADDRESS_HASH, hash(contact.normalised()),
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
        for (UUID list : subject.lists()) {
            owned(
                    LIST_PLACE,
                    customer,
                    subject.number(),
                    Map.of(
                            LIST_PLACE.ID,
                            ++ids,
                            LIST_PLACE.LIST_ID,
                            list,
                            LIST_PLACE.ADDED_BY,
                            "test",
                            LIST_PLACE.ADDED_AT,
                            Instant.EPOCH));
        }
        for (World.Event event : subject.events()) event(customer, subject.number(), event);
        for (World.Order order : subject.orders()) order(customer, subject.number(), order);
    }

    private void post(int customer, long subject, World.Post post) {
        Map<Field<?>, @Nullable Object> row = new HashMap<>();
        row.put(COMPANY_PERSON.ID, ++ids);
        row.put(COMPANY_PERSON.COMPANY_NUMBER, post.company());
        row.put(COMPANY_PERSON.POSITION, post.position());
        row.put(COMPANY_PERSON.DECISION_MAKER, post.decisionMaker());
        row.put(COMPANY_PERSON.END_USER, post.endUser());
        row.put(COMPANY_PERSON.PAYER, post.payer());
        owned(COMPANY_PERSON, customer, subject, row);
    }

    private void event(int customer, long subject, World.Event event) {
        boolean machine = event.type().equals(RandomWorlds.CLICKED_BY_MACHINE);
        if (clicksApart && (machine || event.type().equals(RandomWorlds.CLICKED))) {
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

    void company(World.Company company) {
        Map<Field<?>, @Nullable Object> row = new HashMap<>();
        row.put(COMPANY.NUMBER, company.number());
        row.put(COMPANY.NAME, company.name());
        row.put(COMPANY.COUNTRY, company.country());
        row.put(COMPANY.SIZE, company.size());
        row.put(COMPANY.INDUSTRY, company.industry());
        row.put(COMPANY.PARENT_NUMBER, company.parent());
        row.put(COMPANY.DELETED_AT, company.deleted() ? Instant.EPOCH : null);
        row(COMPANY, row);
        for (World.Thing thing : company.things()) {
            row(
                    OBJECT_LINK,
                    Map.of(
                            OBJECT_LINK.ID,
                            ++ids,
                            OBJECT_LINK.OBJECT_NUMBER,
                            thing.number(),
                            OBJECT_LINK.COMPANY_NUMBER,
                            company.number()));
            thing(thing);
        }
    }

    private void thing(World.Thing thing) {
        Map<Field<?>, @Nullable Object> row = new HashMap<>();
        row.put(CUSTOM_OBJECT.NUMBER, thing.number());
        row.put(CUSTOM_OBJECT.TYPE_ID, typeId(thing.type()));
        row.put(CUSTOM_OBJECT.DELETED_AT, thing.deleted() ? Instant.EPOCH : null);
        row(CUSTOM_OBJECT, row);
        thing.values().forEach((key, value) -> {
            Map<Field<?>, @Nullable Object> cell = new HashMap<>();
            cell.put(OBJECT_VALUE.ID, ++ids);
            cell.put(OBJECT_VALUE.OBJECT_NUMBER, thing.number());
            cell.put(OBJECT_VALUE.ATTRIBUTE_ID, fieldId(thing.type(), key));
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

    void product(World.Product product) {
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
        sink.row(table, values);
    }
}
