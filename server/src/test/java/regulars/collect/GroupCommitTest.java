package regulars.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static schema.collect.Tables.EVENT;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import regulars.SettableClock;
import regulars.TestPostgres;
import regulars.kernel.Fault;

class GroupCommitTest {
    @RegisterExtension
    static final TestPostgres POSTGRES = new TestPostgres();

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-31T23:59:59Z"));
    private final Subjects subjects = CollectFixture.subjects(POSTGRES.dsl(), clock);
    private final List<FreshEvent> followed = new ArrayList<>();
    private final StepTimes times = new StepTimes();
    private final GroupCommit commits = new GroupCommit(
            new EventBatch(
                    new EventStore(POSTGRES.dsl()),
                    subjects,
                    List.of(followed::addAll),
                    new TransactionTemplate(new JdbcTransactionManager(POSTGRES.dataSource())),
                    times,
                    clock),
            times);

    @BeforeEach
    void start() {
        commits.start();
    }

    @AfterEach
    void stop() {
        commits.stop();
    }

    @Test
    void storesAnEventOnceWhoeverSendsItAtTheSameMoment() throws Exception {
        var events =
                IntStream.range(0, 50).mapToObj(i -> event("same-" + i, "{}")).toList();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var all = threads.invokeAll(IntStream.range(0, 8)
                    .<Callable<List<Taken>>>mapToObj(
                            i -> () -> commits.add(events).get(20, TimeUnit.SECONDS))
                    .toList());
            long stored = 0;
            for (Future<List<Taken>> one : all) {
                stored += one.get().stream()
                        .filter(taken -> taken.outcome() == Taken.Outcome.STORED)
                        .count();
            }
            assertThat(stored).isEqualTo(50);
        }
        assertThat(stored("same")).isEqualTo(50);
    }

    @Test
    void refusesOneThatTheDatabaseRefusesAndNoneBesideIt() throws Exception {
        var events = new ArrayList<>(
                IntStream.range(0, 20).mapToObj(i -> event("odd-" + i, "{}")).toList());
        events.set(7, event("odd-7", "{this is none"));
        events.set(13, event("odd-13", "\u0000"));

        var taken = commits.add(events).get(20, TimeUnit.SECONDS);

        assertThat(IntStream.range(0, 20)
                        .filter(i -> taken.get(i).outcome() == Taken.Outcome.REFUSED)
                        .boxed())
                .containsExactly(7, 13);
        assertThat(stored("odd")).isEqualTo(18);
    }

    @Test
    void refusesWhatDoesNotFitAndStoresTheRestWhenTheDatabaseGoesOn() throws Exception {
        var waiting = new ArrayList<Future<List<Taken>>>();
        try (var connection = POSTGRES.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("lock table collect.event_key");
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 100; i++) waiting.add(commits.add(many("full-" + i + "-")));
                    })
                    .isInstanceOfSatisfying(
                            Fault.class, fault -> assertThat(fault.code()).isEqualTo(CollectFault.EVENTS_OVERLOADED));
            assertThat(commits.waiting()).isLessThanOrEqualTo(GroupCommit.MOST_WAITING);
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }

        for (var one : waiting) assertThat(one.get(60, TimeUnit.SECONDS)).hasSize(500);
        assertThat(waiting).hasSizeBetween(40, 60);
        assertThat(stored("full")).isEqualTo(waiting.size() * 500);
    }

    @Test
    void keepsOfAnErasedPersonThatSomethingHappenedAndNothingElse() throws Exception {
        var key = SubjectKey.external("shop", "gone");
        long number = subjects.number(key);
        subjects.erase(List.of(number));
        var said = new ReadyEvent(
                Events.key("shop", "late"),
                "late",
                new Sender("shop", true),
                IncomingEvent.IDENTIFY,
                "identify",
                clock.instant(),
                key,
                List.of("a visitor"),
                "{\"email\":\"gone@example.com\"}",
                "{\"userId\":\"gone\"}");

        commits.add(List.of(said)).get(20, TimeUnit.SECONDS);

        var row = POSTGRES.dsl()
                .selectFrom(EVENT)
                .where(EVENT.SUBJECT_NUMBER.eq(number))
                .fetchSingle();
        assertThat(row.getProperties().data() + row.getSent().data()).isEqualTo("{}{}");
        assertThat(followed).isEmpty();
    }

    private List<ReadyEvent> many(String prefix) {
        return IntStream.range(0, 500).mapToObj(i -> event(prefix + i, "{}")).toList();
    }

    private ReadyEvent event(String messageId, String properties) {
        return new ReadyEvent(
                Events.key("shop", messageId),
                messageId,
                new Sender("shop", true),
                "track",
                messageId.substring(0, messageId.indexOf('-')),
                clock.instant(),
                SubjectKey.anonymous("shop", "a"),
                List.of(),
                properties,
                "{}");
    }

    private static int stored(String type) {
        return POSTGRES.dsl().fetchCount(EVENT, EVENT.TYPE.eq(type));
    }
}
