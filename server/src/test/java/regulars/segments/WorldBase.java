package regulars.segments;

import static org.jooq.impl.DSL.select;
import static schema.collect.Tables.EVENT;
import static schema.commerce.Tables.ORDERS;
import static schema.commerce.Tables.ORDER_LINE;
import static schema.consent.Tables.PURPOSE;
import static schema.consent.Tables.STATE;
import static schema.customers.Tables.ATTRIBUTE;
import static schema.customers.Tables.ATTRIBUTE_CURRENT;
import static schema.customers.Tables.COMPANY;
import static schema.customers.Tables.COMPANY_PERSON;
import static schema.customers.Tables.CONTACT_POINT;
import static schema.customers.Tables.CUSTOMER;
import static schema.customers.Tables.CUSTOM_OBJECT;
import static schema.customers.Tables.OBJECT_LINK;
import static schema.customers.Tables.OBJECT_TYPE;
import static schema.customers.Tables.OBJECT_VALUE;
import static schema.customers.Tables.SOURCE;
import static schema.customers.Tables.SUBJECT_LINK;
import static schema.segments.Tables.LIST_PLACE;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** People of drawn worlds in PostgreSQL, put there and taken away again; rows stand for themselves, without their rooms. */
final class WorldBase {
    private static final List<Table<? extends Record>> OF_SUBJECTS = List.of(
            ORDERS,
            EVENT,
            CONTACT_POINT,
            ATTRIBUTE_CURRENT,
            STATE,
            OBJECT_LINK,
            COMPANY_PERSON,
            LIST_PLACE,
            SUBJECT_LINK);

    private final DSLContext dsl;
    private final WorldRows rows = new WorldRows(this::row, false);

    WorldBase(DSLContext dsl, List<World.Product> products, Instant received) {
        this.dsl = dsl;
        dropReferences();
        dsl.execute("select collect.ensure_event_month({0})", received);
        this.received = received;
        WorldRows.ATTRIBUTE_IDS.forEach((key, id) -> row(ATTRIBUTE, attribute(key, id, null)));
        for (var type : RandomWorlds.OBJECT_TYPES) {
            int typeId = WorldRows.typeId(type);
            var owner = type.equals(RandomWorlds.OF_COMPANIES) ? "company" : "customer";
            row(OBJECT_TYPE, Map.of(OBJECT_TYPE.ID, typeId, OBJECT_TYPE.KEY, type, OBJECT_TYPE.OWNER_KIND, owner));
            WorldRows.ATTRIBUTE_IDS
                    .keySet()
                    .forEach(key -> row(ATTRIBUTE, attribute(key, WorldRows.fieldId(type, key), typeId)));
        }
        row(SOURCE, Map.of(SOURCE.ID, 1, SOURCE.CODE, "shop"));
        row(SOURCE, Map.of(SOURCE.ID, 2, SOURCE.CODE, "site"));
        products.forEach(rows::product);
    }

    private final Instant received;

    void put(World.Person person) {
        remove(person.number());
        rows.person(person);
        for (var subject : person.subjects()) {
            row(
                    SUBJECT_LINK,
                    Map.of(
                            SUBJECT_LINK.SUBJECT_NUMBER,
                            subject.number(),
                            SUBJECT_LINK.CUSTOMER_NUMBER,
                            person.number(),
                            SUBJECT_LINK.LINKED_AT,
                            person.createdAt()));
        }
    }

    /** Whatever is theirs goes with them. */
    void remove(int customer) {
        var subjects = dsl.select(SUBJECT_LINK.SUBJECT_NUMBER)
                .from(SUBJECT_LINK)
                .where(SUBJECT_LINK.CUSTOMER_NUMBER.eq(customer))
                .fetch(SUBJECT_LINK.SUBJECT_NUMBER);
        removeThings(OBJECT_LINK.SUBJECT_NUMBER.in(subjects));
        dsl.deleteFrom(ORDER_LINE)
                .where(ORDER_LINE.ORDER_NUMBER.in(
                        select(ORDERS.NUMBER).from(ORDERS).where(ORDERS.SUBJECT_NUMBER.in(subjects))))
                .execute();
        for (var table : OF_SUBJECTS) {
            dsl.deleteFrom(table)
                    .where(Objects.requireNonNull(table.field("subject_number", Long.class))
                            .in(subjects))
                    .execute();
        }
        dsl.deleteFrom(CUSTOMER).where(CUSTOMER.NUMBER.eq(customer)).execute();
    }

    /** In place of what it was, with its objects; its people stay. */
    void put(World.Company company) {
        removeThings(OBJECT_LINK.COMPANY_NUMBER.eq(company.number()));
        dsl.deleteFrom(COMPANY).where(COMPANY.NUMBER.eq(company.number())).execute();
        rows.company(company);
    }

    private void removeThings(Condition whose) {
        var things = dsl.select(OBJECT_LINK.OBJECT_NUMBER)
                .from(OBJECT_LINK)
                .where(whose)
                .fetch(OBJECT_LINK.OBJECT_NUMBER);
        dsl.deleteFrom(OBJECT_VALUE)
                .where(OBJECT_VALUE.OBJECT_NUMBER.in(things))
                .execute();
        dsl.deleteFrom(CUSTOM_OBJECT).where(CUSTOM_OBJECT.NUMBER.in(things)).execute();
        dsl.deleteFrom(OBJECT_LINK).where(whose).execute();
    }

    private static Map<Field<?>, @Nullable Object> attribute(String key, int id, @Nullable Integer type) {
        Map<Field<?>, @Nullable Object> row = new HashMap<>();
        row.put(ATTRIBUTE.ID, id);
        row.put(ATTRIBUTE.KEY, key);
        row.put(
                ATTRIBUTE.TYPE,
                Objects.requireNonNull(RandomWorlds.ATTRIBUTES.get(key)).name().toLowerCase(Locale.ROOT));
        row.put(ATTRIBUTE.OBJECT_TYPE_ID, type);
        return row;
    }

    /** The rows of other rooms, such as the evidence of a consent, are left out. */
    private void dropReferences() {
        dsl.fetch("select conrelid::regclass::text, conname from pg_constraint where contype in ('f', 'c', 'u')"
                        + " and conparentid = 0 and connamespace::regnamespace::text in"
                        + " ('customers', 'commerce', 'consent', 'collect')")
                .forEach(row -> dsl.execute(
                        "alter table " + row.get(0) + " drop constraint if exists \"" + row.get(1) + "\" cascade"));
    }

    private void row(Table<?> table, Map<? extends Field<?>, ?> values) {
        if (table.equals(PURPOSE)) return;
        Map<Field<?>, @Nullable Object> kept = new HashMap<>();
        for (var field : table.fields()) {
            var given = values.entrySet().stream()
                    .filter(one -> one.getKey().getName().equals(field.getName()))
                    .findFirst();
            if (given.isPresent()) kept.put(field, given.get().getValue());
            else if (!field.getDataType().nullable()
                    && !field.getDataType().defaulted()
                    && !field.getDataType().identity()) kept.put(field, anything(field));
        }
        dsl.insertInto(table).set(kept).execute();
    }

    private Object anything(Field<?> field) {
        var type = field.getType();
        if (type == Instant.class) return received;
        if (type == UUID.class) return UUID.randomUUID();
        if (type == JSONB.class) return JSONB.valueOf("{}");
        if (type == Boolean.class) return false;
        if (type == Integer.class) return 1;
        if (type == Short.class) return (short) 1;
        if (type == Long.class) return 0L;
        if (type == BigDecimal.class) return BigDecimal.ONE;
        return field.getName() + UUID.randomUUID();
    }
}
