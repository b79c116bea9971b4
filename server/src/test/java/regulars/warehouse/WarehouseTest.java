package regulars.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static schema.commerce.Tables.ORDERS;
import static schema.customers.Tables.CUSTOMER;
import static schema.customers.Tables.SUBJECT_LINK;

import java.time.Instant;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import regulars.TestPostgres;

class WarehouseTest {
    @RegisterExtension
    static final TestPostgres POSTGRES = new TestPostgres();

    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00.000001Z");

    private final DSLContext dsl = POSTGRES.dsl();
    private TestMirror mirror;

    @BeforeEach
    void open() {
        mirror = new TestMirror(POSTGRES.dataSource());
    }

    @AfterEach
    void close() {
        mirror.close();
        dsl.deleteFrom(SUBJECT_LINK).execute();
        dsl.deleteFrom(ORDERS).execute();
        dsl.deleteFrom(CUSTOMER).execute();
    }

    @Test
    void answersWithTheSameTablesThatPostgresqlHas() {
        var written = customer(7, "Ann");

        var read = mirror.catchUp().read(db -> db.selectFrom(CUSTOMER).fetchSingle());

        assertThat(read).isEqualTo(written);
    }

    @Test
    void bringsOverInsertsUpdatesAndDeletes() {
        customer(1, "Ann");
        customer(2, "Bob");
        customer(3, "Eve");
        mirror.catchUp();

        customer(4, "Zoe");
        dsl.update(CUSTOMER)
                .set(CUSTOMER.GIVEN_NAME, "Bobby")
                .where(CUSTOMER.NUMBER.eq(2))
                .execute();
        dsl.deleteFrom(CUSTOMER).where(CUSTOMER.NUMBER.eq(3)).execute();
        var names = mirror.catchUp()
                .read(db -> db.select(CUSTOMER.GIVEN_NAME)
                        .from(CUSTOMER)
                        .orderBy(CUSTOMER.NUMBER)
                        .fetchInto(String.class));

        assertThat(names).containsExactly("Ann", "Bobby", "Zoe");
        assertThat(mirror.told()).last().extracting(MirrorAdvanced::rebuilt).isEqualTo(false);
        assertThat(mirror.told().getLast().tables()).containsExactly("customers.customer");
    }

    @Test
    void tellsWhoseAnOrderIsAndFollowsItsLink() {
        customer(1, "Ann");
        customer(2, "Bob");
        order(10, 100);
        order(11, 101);
        link(100, 1);
        assertThat(owners()).containsExactly(1, null);

        link(101, 2);
        assertThat(owners()).containsExactly(1, 2);

        dsl.update(SUBJECT_LINK)
                .set(SUBJECT_LINK.CUSTOMER_NUMBER, 2)
                .where(SUBJECT_LINK.SUBJECT_NUMBER.eq(100L))
                .execute();
        order(12, 100);
        assertThat(owners()).containsExactly(2, 2, 2);

        dsl.deleteFrom(SUBJECT_LINK).where(SUBJECT_LINK.SUBJECT_NUMBER.eq(101L)).execute();
        assertThat(owners()).containsExactly(2, null, 2);
    }

    @Test
    void refusesToWriteToReadFilesAndToBeSet() {
        var warehouse = mirror.catchUp();

        assertThatThrownBy(() -> warehouse.read(db -> db.deleteFrom(CUSTOMER).execute()))
                .hasMessageContaining("read-only");
        assertThatThrownBy(() -> warehouse.read(db -> db.fetch("select * from read_csv('/etc/passwd')")))
                .hasMessageContaining("disabled by configuration");
        assertThatThrownBy(() -> warehouse.read(db -> db.execute("set memory_limit = '100GB'")))
                .hasMessageContaining("locked");
        assertThat(warehouse.<Integer>read(db -> db.fetchCount(CUSTOMER))).isZero();
    }

    private java.util.List<Integer> owners() {
        var owner = Warehouse.customer(ORDERS);
        return mirror.catchUp()
                .read(db -> db.select(owner).from(ORDERS).orderBy(ORDERS.NUMBER).fetch(owner));
    }

    private org.jooq.Record customer(int number, String name) {
        return dsl.insertInto(CUSTOMER)
                .set(CUSTOMER.NUMBER, number)
                .set(CUSTOMER.ID, UUID.randomUUID())
                .set(CUSTOMER.GIVEN_NAME, name)
                .set(CUSTOMER.BIRTH_DATE, java.time.LocalDate.of(1957, 10, 4))
                .set(CUSTOMER.CREATED_AT, NOON)
                .set(CUSTOMER.UPDATED_AT, NOON)
                .returning()
                .fetchSingle();
    }

    private void order(long number, long subject) {
        dsl.insertInto(ORDERS)
                .set(ORDERS.NUMBER, number)
                .set(ORDERS.ID, UUID.randomUUID())
                .set(ORDERS.SOURCE_ID, 1)
                .set(ORDERS.EXTERNAL_ID, "o" + number)
                .set(ORDERS.SUBJECT_NUMBER, subject)
                .set(ORDERS.PLACED_AT, NOON)
                .set(ORDERS.STATUS, "paid")
                .set(ORDERS.CURRENCY, "USD")
                .set(ORDERS.TOTAL_MINOR, 100L)
                .set(ORDERS.REVENUE_MINOR, 100L)
                .set(ORDERS.BASE_CURRENCY, "USD")
                .set(ORDERS.REVENUE_BASE_MINOR, 100L)
                .set(ORDERS.RECEIVED_AT, NOON)
                .execute();
    }

    private void link(long subject, int customer) {
        dsl.insertInto(SUBJECT_LINK)
                .set(SUBJECT_LINK.SUBJECT_NUMBER, subject)
                .set(SUBJECT_LINK.CUSTOMER_NUMBER, customer)
                .set(SUBJECT_LINK.LINKED_AT, NOON)
                .execute();
    }
}
