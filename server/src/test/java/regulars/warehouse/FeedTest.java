package regulars.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static schema.customers.Tables.CUSTOMER;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import regulars.TestPostgres;

/** What must not be lost or kept, whatever the order in which transactions end. */
class FeedTest {
    @RegisterExtension
    static final TestPostgres POSTGRES = new TestPostgres();

    private static final String INSERT =
            "insert into customers.customer (number, id, given_name, created_at, updated_at) values (%d, gen_random_uuid(), '%s', now(), now())";

    private final DSLContext dsl = POSTGRES.dsl();
    private TestMirror mirror;

    @BeforeEach
    void open() {
        mirror = new TestMirror(POSTGRES.dataSource());
        mirror.catchUp();
    }

    @AfterEach
    void close() {
        mirror.close();
        dsl.execute("delete from customers.customer");
    }

    @Test
    void keepsWhatASlowTransactionWroteBeforeALaterOneThatCommittedFirst() throws SQLException {
        try (var slow = begin()) {
            run(slow, INSERT.formatted(1, "Slow"));
            dsl.execute(INSERT.formatted(2, "Fast"));
            assertThat(names()).containsExactly("Fast");

            slow.commit();

            assertThat(names()).containsExactly("Slow", "Fast");
        }
    }

    @Test
    void bringsOthersRowsWhileALongTransactionStaysOpen() throws SQLException {
        try (var slow = begin()) {
            run(slow, INSERT.formatted(1, "Long"));
            for (int round = 2; round < 6; round++) {
                dsl.execute(INSERT.formatted(round, "Round" + round));
                assertThat(names()).hasSize(round - 1).doesNotContain("Long");
            }
            run(slow, INSERT.formatted(6, "Longer"));

            slow.commit();

            assertThat(names()).containsExactly("Long", "Round2", "Round3", "Round4", "Round5", "Longer");
        }
    }

    @Test
    void leavesOutWhatWasRolledBack() throws SQLException {
        try (var undone = begin()) {
            run(undone, INSERT.formatted(1, "Never"));
            assertThat(names()).isEmpty();
            undone.rollback();
        }

        assertThat(names()).isEmpty();
    }

    @Test
    void takesARowDeletedAndWrittenAgainUnderTheSameKey() {
        dsl.execute(INSERT.formatted(1, "First"));
        names();
        dsl.execute("delete from customers.customer where number = 1");
        dsl.execute(INSERT.formatted(1, "Second"));

        assertThat(names()).containsExactly("Second");
    }

    @Test
    void keepsADeletionThatWaitedBehindALaterCommit() throws SQLException {
        dsl.execute(INSERT.formatted(1, "Gone"));
        names();
        try (var slow = begin()) {
            run(slow, "delete from customers.customer where number = 1");
            dsl.execute(INSERT.formatted(2, "Stays"));
            assertThat(names()).containsExactly("Gone", "Stays");

            slow.commit();

            assertThat(names()).containsExactly("Stays");
        }
    }

    @Test
    void startsAnewAfterTruncate() {
        dsl.execute(INSERT.formatted(1, "Ann"));
        names();

        dsl.execute("truncate customers.customer cascade");
        dsl.execute(INSERT.formatted(2, "Bob"));

        assertThat(names()).containsExactly("Bob");
        assertThat(mirror.told().getLast().rebuilt()).isTrue();
    }

    @Test
    void startsAnewWhenTheDatabaseIsARestoredOne() {
        dsl.execute(INSERT.formatted(1, "Ann"));
        names();

        dsl.execute("update warehouse.epoch set epoch = gen_random_uuid()");

        assertThat(names()).containsExactly("Ann");
        assertThat(mirror.told().getLast().rebuilt()).isTrue();
        assertThat(mirror.warehouse().status().rebuiltBecause()).isEqualTo(RebuildReason.ORIGIN);
    }

    @Test
    void takesRowsThatARestoreBroughtWithNumbersOfLaterTransactionsOnce() {
        dsl.execute("insert into customers.customer (number, id, created_at, updated_at, changed)"
                + " values (1, gen_random_uuid(), now(), now(), '9000000000')");
        dsl.execute("update warehouse.epoch set epoch = gen_random_uuid()");
        assertThat(names()).hasSize(1);
        int told = mirror.told().size();

        dsl.execute("select pg_current_xact_id()");
        names();

        assertThat(mirror.told()).hasSize(told);
    }

    @Test
    void refusesToChangeAMirroredKey() {
        dsl.execute(INSERT.formatted(1, "Ann"));

        assertThat(catchThrowable(() -> dsl.execute("update customers.customer set number = 5")))
                .hasMessageContaining("never changes");
        dsl.execute("update customers.customer set number = 1, given_name = 'Anna'");
        assertThat(names()).containsExactly("Anna");
    }

    @Test
    void staysReadableAndFollowsAgainAfterPostgresqlWasAway() {
        dsl.execute(INSERT.formatted(1, "Ann"));
        names();
        dsl.execute("alter table warehouse.epoch rename to away");

        assertThat(catchThrowable(() -> mirror.warehouse().barrier(Duration.ofSeconds(20))))
                .hasMessageContaining("did not catch up");
        assertThat(mirror.warehouse().status().state()).isEqualTo(MirrorState.FAILING);
        assertThat(read()).containsExactly("Ann");

        dsl.execute("alter table warehouse.away rename to epoch");
        dsl.execute(INSERT.formatted(2, "Bob"));
        assertThat(names()).containsExactly("Ann", "Bob");
        assertThat(mirror.warehouse().status().state()).isEqualTo(MirrorState.FOLLOWING);
    }

    private List<String> names() {
        mirror.catchUp();
        return read();
    }

    private List<String> read() {
        return mirror.warehouse()
                .read(db -> db.select(CUSTOMER.GIVEN_NAME)
                        .from(CUSTOMER)
                        .orderBy(CUSTOMER.NUMBER)
                        .fetch(CUSTOMER.GIVEN_NAME));
    }

    private static Connection begin() throws SQLException {
        var connection = POSTGRES.dataSource().getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
