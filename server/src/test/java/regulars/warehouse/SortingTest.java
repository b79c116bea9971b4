package regulars.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static schema.commerce.Tables.ORDERS;

import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import regulars.TestPostgres;

/** A window of time should touch few row groups, also after a history came in late and in no order. */
class SortingTest {
    private static final String ORDERS_IN_NO_ORDER = """
            insert into commerce.orders (number, id, source_id, external_id, subject_number, placed_at, status, currency,
                total_minor, revenue_minor, base_currency, revenue_base_minor, received_at)
            select n, gen_random_uuid(), 1, n::text, mod(n, 1000), timestamptz '2020-01-01Z' + (mod(n::bigint * 7919, 1000003)) * interval '1 minute',
                'paid', 'USD', n, n, 'USD', n, now() from generate_series(%d, %d) as n""";

    @RegisterExtension
    static final TestPostgres POSTGRES = new TestPostgres();

    private final DSLContext dsl = POSTGRES.dsl();

    @Test
    void keepsRowsInTheOrderOfTime() {
        dsl.execute(ORDERS_IN_NO_ORDER.formatted(1, 300_000));
        try (var mirror = new TestMirror(POSTGRES.dataSource())) {
            mirror.catchUp();
            assertThat(inversions(mirror)).isZero();

            for (int part = 0; part < 4; part++) {
                dsl.execute(ORDERS_IN_NO_ORDER.formatted(300_001 + part * 100_000, 400_000 + part * 100_000));
                mirror.catchUp();
            }
            assertThat(inversions(mirror)).isPositive();
            dsl.execute("select pg_current_xact_id()");
            mirror.catchUp();

            assertThat(inversions(mirror)).isZero();
            assertThat(mirror.warehouse().verify(any -> {}).equal()).isTrue();
        }
    }

    private static long inversions(TestMirror mirror) {
        return mirror.warehouse()
                .read(db -> db.fetchSingle(
                                "select count(*) from (select placed_at < lag(placed_at) over (order by rowid) as back from "
                                        + ORDERS + ") where back")
                        .get(0, Long.class));
    }
}
