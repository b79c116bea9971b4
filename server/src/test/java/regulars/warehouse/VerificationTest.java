package regulars.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.SQLException;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import regulars.TestPostgres;
import regulars.warehouse.VerifyReport.Damaged;
import regulars.warehouse.VerifyReport.DamagedCell;

class VerificationTest {
    @RegisterExtension
    static final TestPostgres POSTGRES = new TestPostgres();

    private final DSLContext dsl = POSTGRES.dsl();
    private TestMirror mirror;

    @BeforeEach
    void open() {
        dsl.execute("insert into customers.customer (number, id, given_name, birth_date, created_at, updated_at)"
                + " select n, gen_random_uuid(), 'Name ' || n, date '1980-01-01' + n, timestamptz '2020-01-01Z' + n * interval '1 minute', now()"
                + " from generate_series(1, 20000) as n");
        dsl.execute("insert into customers.subject_link select n * 3, n, now() from generate_series(1, 20000) as n");
        dsl.execute("insert into customers.attribute (id, key, type, created_at) values (1, 'size', 'number', now())");
        dsl.execute("insert into customers.attribute_current (subject_number, attribute_id, number_value, given_at)"
                + " select n, 1, n / 7.0, 'infinity' from generate_series(1, 20000) as n");
        mirror = new TestMirror(POSTGRES.dataSource());
        mirror.catchUp();
    }

    @AfterEach
    void close() {
        mirror.close();
        dsl.execute("truncate customers.customer, customers.attribute, customers.attribute_current cascade");
    }

    @Test
    void findsNothingInAFaithfulMirror() {
        dsl.execute("update customers.customer set given_name = null where number % 1000 = 0");
        dsl.execute("delete from customers.subject_link where customer_number > 19000");

        var report = mirror.warehouse().verify(any -> {});

        assertThat(report.damages()).isEmpty();
        assertThat(report.equal()).isTrue();
        assertThat(report.tables())
                .filteredOn(table -> table.table().equals("customers.customer"))
                .allSatisfy(table -> assertThat(table.rows()).isEqualTo(20_000));
    }

    @Test
    void namesTheOneDamagedCellOfMany() throws SQLException {
        mirror.damage("update customers.customer set birth_date = date '1999-12-31' where number = 12345");

        var report = mirror.warehouse().verify(any -> {});

        assertThat(report.equal()).isFalse();
        assertThat(report.damages())
                .containsExactly(new DamagedCell(
                        "customers.customer", 12_345, Damaged.DIFFERENT, "birth_date", "2013-10-19", "1999-12-31"));
    }

    @Test
    void namesADamagedDerivedCustomerAndADamagedNumber() throws SQLException {
        mirror.damage("update customers.attribute_current set customer_number = 5 where subject_number = 6");
        mirror.damage("update customers.attribute_current set number_value = 1.5 where subject_number = 14");

        var report = mirror.warehouse().verify(any -> {});

        assertThat(report.damages())
                .extracting(DamagedCell::column, DamagedCell::postgres, DamagedCell::mirror)
                .containsExactlyInAnyOrder(tuple("customer_number", "2", "5"), tuple("number_value", "2.0", "1.5"));
    }

    @Test
    void namesRowsThatAreMissingOrTooMany() throws SQLException {
        mirror.damage("delete from customers.customer where number = 77");
        mirror.damage("insert into customers.customer select * from customers.customer where number = 78");
        mirror.damage("insert into customers.subject_link (subject_number, customer_number, linked_at)"
                + " values (1, 1, now())");

        var report = mirror.warehouse().verify(any -> {});

        assertThat(report.damages())
                .extracting(DamagedCell::table, DamagedCell::key, DamagedCell::damage)
                .containsExactlyInAnyOrder(
                        tuple("customers.customer", 77L, Damaged.MISSING),
                        tuple("customers.customer", 78L, Damaged.EXTRA),
                        tuple("customers.subject_link", 1L, Damaged.EXTRA));
    }
}
