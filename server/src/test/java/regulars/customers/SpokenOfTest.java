package regulars.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import regulars.TestPostgres;

/** What masses of rows name without a foreign key stays as long as one of them does. */
class SpokenOfTest {
    @RegisterExtension
    static final TestPostgres POSTGRES = new TestPostgres();

    private DSLContext dsl;

    @BeforeEach
    void named() {
        dsl = POSTGRES.dsl();
        dsl.execute("delete from customers.source_record");
        dsl.execute("delete from customers.source");
        dsl.execute(
                "insert into customers.source (id, code, name, kind, created_at) values (7, 'a', 'A', 'import', now())");
    }

    @Test
    void whatNobodyNamesMayGo() {
        assertThat(dsl.execute("delete from customers.source where id = 7")).isOne();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"delete from customers.source where id = 7", "update customers.source set id = 8 where id = 7"})
    void whatARowNamesStays(String change) {
        dsl.execute("insert into customers.source_record (source_id, subject_number, data, data_hash, received_at)"
                + " values (7, 1, '{}', gen_random_uuid(), now())");
        assertThatThrownBy(() -> dsl.execute(change)).hasMessageContaining("7 of customers.source is spoken of");
        assertThat(dsl.execute("update customers.source set name = 'B' where id = 7"))
                .isOne();
    }

    @Test
    void soDoPurposesAndStatuses() {
        dsl.execute("insert into consent.state (subject_number, channel, purpose_id, granted, evidence_id, given_at)"
                + " select 1, 'email', id, true, 1, now() from consent.purpose where code = 'marketing'");
        assertThatThrownBy(() -> dsl.execute("delete from consent.purpose where code = 'marketing'"))
                .hasMessageContaining("consent.state");
        dsl.execute(
                "insert into commerce.orders (id, source_id, external_id, subject_number, placed_at, status, currency,"
                        + " total_minor, revenue_minor, base_currency, revenue_base_minor, received_at)"
                        + " values (gen_random_uuid(), 7, 'o', 1, now(), 'paid', 'EUR', 1, 1, 'EUR', 1, now())");
        assertThatThrownBy(() -> dsl.execute("delete from commerce.order_status where code = 'paid'"))
                .hasMessageContaining("commerce.orders");
    }
}
