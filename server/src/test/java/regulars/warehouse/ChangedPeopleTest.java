package regulars.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.select;
import static schema.collect.Tables.EVENT;
import static schema.commerce.Tables.ORDERS;
import static schema.commerce.Tables.ORDER_LINE;
import static schema.commerce.Tables.PRODUCT;
import static schema.consent.Tables.PURPOSE;
import static schema.customers.Tables.COMPANY;
import static schema.customers.Tables.COMPANY_PERSON;
import static schema.customers.Tables.CUSTOMER;
import static schema.customers.Tables.CUSTOM_OBJECT;
import static schema.customers.Tables.OBJECT_LINK;
import static schema.customers.Tables.SUBJECT_LINK;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;
import regulars.TestPostgres;
import regulars.segments.Shop;

/** Whose facts the mirror says have changed, and the mirror cut to the facts of some. */
class ChangedPeopleTest {
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

    private final TestPostgres postgres = new TestPostgres().create();
    private final DSLContext dsl = postgres.dsl();
    private final TestMirror mirror = new TestMirror(postgres.dataSource());
    private final Shop shop = new Shop(dsl);

    @BeforeEach
    void people() {
        dsl.execute("select collect.ensure_event_month('2026-11-01T12:00:00Z')");
        for (int number = 1; number <= 4; number++) shop.customer(number, "UA", NOON);
        mirror.catchUp();
    }

    @AfterEach
    void close() {
        mirror.close();
        postgres.close();
    }

    @Test
    void namesThoseWhoseRowsCameChangedAndWent() {
        shop.order(1, NOON, 100);
        dsl.update(CUSTOMER)
                .set(CUSTOMER.COUNTRY, "PL")
                .where(CUSTOMER.NUMBER.eq(2))
                .execute();
        assertThat(changed()).containsExactly(1, 2);

        dsl.deleteFrom(ORDERS).execute();
        assertThat(changed()).containsExactly(1);
    }

    @Test
    void namesBothWhenAnIdGoesFromOneToTheOther() {
        event(3, "visit");
        changed();

        dsl.update(SUBJECT_LINK)
                .set(SUBJECT_LINK.CUSTOMER_NUMBER, 4)
                .where(SUBJECT_LINK.SUBJECT_NUMBER.eq(3L))
                .execute();

        assertThat(changed()).containsExactly(3, 4);
    }

    @Test
    void followsAProductOverLinesAndOrdersToThoseWhoBoughtIt() {
        long bought = product("tea");
        product("nobody's");
        shop.order(2, NOON, 100);
        dsl.insertInto(ORDER_LINE)
                .set(ORDER_LINE.ORDER_NUMBER, dsl.select(ORDERS.NUMBER).from(ORDERS))
                .set(ORDER_LINE.PRODUCT_NUMBER, bought)
                .set(ORDER_LINE.LINE_NO, 1)
                .set(ORDER_LINE.QUANTITY, BigDecimal.ONE)
                .set(ORDER_LINE.AMOUNT_MINOR, 100L)
                .execute();
        assertThat(changed()).containsExactly(2);

        dsl.update(PRODUCT).set(PRODUCT.CATEGORY, "green").execute();

        assertThat(changed()).containsExactly(2);
    }

    @Test
    void followsACompanyAndWhatIsItsToItsPeopleAndNobodyElse() {
        int mill = company("Mill", 1, 2);
        int dairy = company("Dairy", 3);
        company("Empty");
        assertThat(changed()).containsExactly(1, 2, 3);

        dsl.update(COMPANY)
                .set(COMPANY.SIZE, "large")
                .where(COMPANY.NUMBER.eq(mill))
                .execute();
        assertThat(changed()).containsExactly(1, 2);

        long oven = object(mill);
        object(dairy);
        assertThat(changed()).containsExactly(1, 2, 3);

        dsl.update(CUSTOM_OBJECT)
                .set(CUSTOM_OBJECT.TITLE, "oven")
                .where(CUSTOM_OBJECT.NUMBER.eq(oven))
                .execute();
        assertThat(changed()).containsExactly(1, 2);

        dsl.update(COMPANY_PERSON)
                .set(COMPANY_PERSON.COMPANY_NUMBER, dairy)
                .where(COMPANY_PERSON.SUBJECT_NUMBER.eq(2L))
                .execute();
        assertThat(changed()).containsExactly(2);

        dsl.update(OBJECT_LINK)
                .set(OBJECT_LINK.COMPANY_NUMBER, dairy)
                .where(OBJECT_LINK.OBJECT_NUMBER.eq(oven))
                .execute();
        assertThat(changed()).containsExactly(1, 2, 3);
    }

    @Test
    void followsACompanyToThePeopleOfThoseBelowItTooAndCutsWhatIsAboveThem() {
        int holding = company("Holding", 1);
        int mill = company("Mill", 2);
        int shop = company("Mill shop", 3);
        company("Dairy", 4);
        below(mill, holding);
        below(shop, mill);
        changed();

        dsl.update(COMPANY)
                .set(COMPANY.SIZE, "large")
                .where(COMPANY.NUMBER.eq(holding))
                .execute();
        assertThat(changed()).containsExactly(1, 2, 3);

        below(mill, null);
        assertThat(changed()).containsExactly(2, 3);

        var names = select(COMPANY.NAME).from(COMPANY);
        mirror.warehouse().view(view -> {
            view.about(
                    RoaringBitmap.bitmapOf(3),
                    List.of(names),
                    (rows, _) -> assertThat(rows.fetch().getValues(COMPANY.NAME))
                            .containsExactlyInAnyOrder("Mill shop", "Mill"));
            return 0;
        });
    }

    private void below(int company, @Nullable Integer above) {
        dsl.update(COMPANY)
                .set(COMPANY.PARENT_NUMBER, above)
                .where(COMPANY.NUMBER.eq(company))
                .execute();
    }

    @Test
    void cutsWhatIsOfCompaniesToThoseOfSomePeople() {
        object(company("Mill", 1, 2));
        object(company("Dairy", 3));
        mirror.catchUp();
        var links = select(OBJECT_LINK.COMPANY_NUMBER).from(OBJECT_LINK);

        mirror.warehouse().view(view -> {
            view.about(
                    RoaringBitmap.bitmapOf(2, 4),
                    List.of(links),
                    (rows, _) -> assertThat(rows.fetch()).hasSize(1));
            assertThat(view.whole().fetch(links)).hasSize(2);
            return 0;
        });
    }

    private int company(String name, long... subjects) {
        int number = Objects.requireNonNull(dsl.insertInto(COMPANY)
                        .set(COMPANY.ID, UUID.randomUUID())
                        .set(COMPANY.NAME, name)
                        .set(COMPANY.CREATED_AT, NOON)
                        .set(COMPANY.UPDATED_AT, NOON)
                        .returning(COMPANY.NUMBER)
                        .fetchOne())
                .getNumber();
        for (long subject : subjects) {
            dsl.insertInto(COMPANY_PERSON)
                    .set(COMPANY_PERSON.COMPANY_NUMBER, number)
                    .set(COMPANY_PERSON.SUBJECT_NUMBER, subject)
                    .set(COMPANY_PERSON.SINCE, NOON)
                    .execute();
        }
        return number;
    }

    private long object(int company) {
        dsl.execute("insert into customers.object_type (id, key, one, many, icon, owner_kind, created_at)"
                + " values (1, 'machine', '{}', '{}', 'box', 'company', now()) on conflict do nothing");
        long number = Objects.requireNonNull(dsl.insertInto(CUSTOM_OBJECT)
                        .set(CUSTOM_OBJECT.ID, UUID.randomUUID())
                        .set(CUSTOM_OBJECT.TYPE_ID, 1)
                        .set(CUSTOM_OBJECT.CREATED_AT, NOON)
                        .set(CUSTOM_OBJECT.UPDATED_AT, NOON)
                        .returning(CUSTOM_OBJECT.NUMBER)
                        .fetchOne())
                .getNumber();
        dsl.insertInto(OBJECT_LINK)
                .set(OBJECT_LINK.OBJECT_NUMBER, number)
                .set(OBJECT_LINK.COMPANY_NUMBER, company)
                .set(OBJECT_LINK.SINCE, NOON)
                .execute();
        return number;
    }

    @Test
    void saysAnybodyWhenWhatOneTableMeansIsDefinedAnew() {
        dsl.update(PURPOSE).set(PURPOSE.CODE, PURPOSE.CODE.concat("x")).execute();
        shop.order(1, NOON, 100);
        mirror.catchUp();

        assertThat(mirror.told().getLast().people()).isNull();
    }

    @Test
    void cutsTheTablesOfAQueryToSomePeopleAndKeepsTheRestAsItIs() {
        for (int number = 1; number <= 4; number++) {
            shop.order(number, NOON, 100);
            event(number, "visit");
            event(number, "visit");
        }
        mirror.catchUp();
        var customer = Warehouse.customer(EVENT);
        var query = select(customer, count())
                .from(EVENT)
                .where(
                        EVENT.TYPE.eq("visit"),
                        customer.in(select(Warehouse.customer(ORDERS)).from(ORDERS)))
                .groupBy(customer)
                .orderBy(customer);

        mirror.warehouse().view(view -> {
            var some = RoaringBitmap.bitmapOf(2, 3, 99);
            view.about(
                    some,
                    List.of(query, query),
                    (rows, _) ->
                            assertThat(rows.fetch().intoMap(0, 1).toString()).isEqualTo("{2=2, 3=2}"));
            view.about(
                    RoaringBitmap.bitmapOf(1),
                    List.of(query),
                    (rows, _) -> assertThat(rows.fetch()).hasSize(1));
            assertThat(view.whole().fetch(query)).hasSize(4);
            assertThat(view.watermark().value())
                    .isEqualTo(mirror.told().getLast().watermark().value());
            return 0;
        });
    }

    private RoaringBitmap changed() {
        mirror.catchUp();
        return Objects.requireNonNull(mirror.told().getLast().people());
    }

    private void event(long subject, String type) {
        dsl.insertInto(EVENT)
                .set(EVENT.ID, UUID.randomUUID())
                .set(EVENT.TYPE, type)
                .set(EVENT.SOURCE, "test")
                .set(EVENT.SUBJECT_NUMBER, subject)
                .set(EVENT.OCCURRED_AT, NOON)
                .set(EVENT.RECEIVED_AT, NOON)
                .set(EVENT.PROPERTIES, JSONB.valueOf("{}"))
                .execute();
    }

    private long product(String name) {
        return Objects.requireNonNull(dsl.insertInto(PRODUCT)
                        .set(PRODUCT.ID, UUID.randomUUID())
                        .set(PRODUCT.SOURCE_ID, 1)
                        .set(PRODUCT.EXTERNAL_ID, name)
                        .set(PRODUCT.NAME, name)
                        .set(PRODUCT.CREATED_AT, NOON)
                        .returning(PRODUCT.NUMBER)
                        .fetchOne())
                .getNumber();
    }
}
