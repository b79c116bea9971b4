package regulars.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static schema.collect.Tables.EVENT;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import regulars.SettableClock;
import regulars.TestPostgres;

class EventsTest {
    @RegisterExtension
    static final TestPostgres POSTGRES = new TestPostgres();

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-31T23:59:59Z"));
    private final TransactionTemplate transactions =
            new TransactionTemplate(new JdbcTransactionManager(POSTGRES.dataSource()));
    private final Subjects subjects = CollectFixture.subjects(POSTGRES.dsl(), clock);
    private final Events events = new Events(new EventStore(POSTGRES.dsl()), transactions, clock);

    @Test
    void storesAnEventOnceHoweverOftenAndWheneverItIsSent() {
        var subject = subjects.number(SubjectKey.email("ann@example.com"));

        assertThat(events.record(event("once", "site", subject))).isTrue();
        clock.set(Instant.parse("2026-04-01T00:00:00Z")); // another partition
        assertThat(events.record(event("once", "site", subject))).isFalse();
        assertThat(events.record(event("once", "shop", subject))).isTrue();

        assertThat(stored(subject)).isEqualTo(2);
    }

    @Test
    void storesTheNewOnesOfABatch() {
        var subject = subjects.number(SubjectKey.email("bob@example.com"));
        events.record(event("b1", "site", subject));

        int added = events.recordAll(
                List.of(event("b1", "site", subject), event("b2", "site", subject), event("b2", "site", subject)));

        assertThat(added).isEqualTo(1);
        assertThat(stored(subject)).isEqualTo(2);
    }

    @Test
    void leavesNoTraceWhenTheTransactionFails() {
        var subject = subjects.number(SubjectKey.email("eve@example.com"));
        transactions.executeWithoutResult(status -> {
            events.record(event("lost", "site", subject));
            status.setRollbackOnly();
        });
        assertThat(stored(subject)).isZero();

        assertThat(events.record(event("lost", "site", subject))).isTrue();
        assertThat(stored(subject)).isEqualTo(1);
    }

    @Test
    void givesOneNumberToAKeyThatManyWritersSeeAtOnce() throws Exception {
        Callable<Long> task = () -> subjects.number(SubjectKey.external("crm", "42"));
        try (var threads = Executors.newFixedThreadPool(8)) {
            var numbers = threads.invokeAll(List.of(task, task, task, task, task, task, task, task)).stream()
                    .map(java.util.concurrent.Future::resultNow)
                    .distinct();
            assertThat(numbers).hasSize(1);
        }
    }

    @Test
    void keepsSpacesApart() {
        var ours = subjects.numbers(List.of(SubjectKey.external("crm", "1"), SubjectKey.external("shop", "1")));

        assertThat(ours.values()).doesNotHaveDuplicates().hasSize(2);
    }

    private static int stored(long subject) {
        return POSTGRES.dsl().fetchCount(EVENT, EVENT.SUBJECT_NUMBER.eq(subject));
    }

    private static NewEvent event(String messageId, String source, long subject) {
        return new NewEvent(
                messageId, source, "viewed", Instant.parse("2026-03-01T10:00:00Z"), subject, Map.of("page", "/'\"{}"));
    }
}
