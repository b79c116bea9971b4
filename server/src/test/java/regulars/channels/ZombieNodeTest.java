package regulars.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static regulars.channels.MessageState.ACCEPTED;
import static regulars.channels.MessageState.UNKNOWN;
import static schema.channels.Tables.NODE;

import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import regulars.SettableClock;
import regulars.TestPostgres;
import regulars.channels.smtp.SmtpConnection;
import regulars.channels.smtp.SmtpUnavailable;

/** Two nodes on one database; one is suspended, is taken for dead, and wakes. The clock of its lease is moved by hand. */
class ZombieNodeTest {
    private static final int RECIPIENTS = 60;
    private static final int BATCH = 25;
    private static final int BEFORE_SUSPENSION = 3;

    @RegisterExtension
    static final TestPostgres postgres = new TestPostgres();

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T10:00:00Z"));
    private final CountingSmtpServer server = new CountingSmtpServer();
    private final SenderFixture zombie = fixture();
    private final SenderFixture other = fixture();
    private final AtomicLong nanos = new AtomicLong(System.nanoTime());
    private final Node node = new Node(new NodeStore(postgres.dsl()), SenderFixture.QUICK.lease(), nanos::get);

    private SenderFixture fixture() {
        return new SenderFixture(postgres.dsl(), clock, server.port(), new SenderFixture.Greeting(Set.of()));
    }

    @AfterEach
    void close() {
        zombie.close();
        other.close();
        server.close();
        postgres.dsl().execute("truncate channels.sending, channels.message, channels.decision, channels.node");
    }

    @Test
    void aNodeThatWakesAfterItsLeaseRepeatsNoMoreThanWasOnItsWireAndItsOutcomesAreRefused() throws SmtpUnavailable {
        var sending = zombie.send(RECIPIENTS);
        node.renew();
        var spent = node.life();
        var claimed = zombie.rota.claim(spent, 2 * BATCH).orElseThrow();

        try (var run = new BatchRun(
                        zombie.parts, claimed, zombie.parts.settings().current(), BATCH, () -> true);
                var connection = SmtpConnection.open(
                        zombie.parts.route().server(zombie.parts.settings().current()))) {
            var mails = new AtomicInteger();
            // Suspended where it hurts most: its right to go on was asked, the mail is not given to the wire yet.
            run.deliver(() -> {
                if (mails.getAndIncrement() == BEFORE_SUSPENSION) sleepThroughTheLease(sending);
                return connection;
            });
        }

        long repeated = server.taken().values().stream()
                .mapToLong(ids -> ids.size() - 1L)
                .sum();
        assertThat(server.taken()).hasSize(RECIPIENTS);
        assertThat(repeated).isEqualTo(BEFORE_SUSPENSION + 1).isLessThanOrEqualTo(BATCH);
        assertThat(server.taken())
                .allSatisfy((to, ids) -> assertThat(new HashSet<>(ids)).hasSize(1));
        assertThat(other.states(sending)).isEqualTo(Map.of(ACCEPTED, (long) RECIPIENTS));
        var first = claimed.items().getFirst().message().id();
        assertThat(other.queue.decisions(first))
                .extracting(MessageDecision::state)
                .containsExactly(UNKNOWN, ACCEPTED);

        assertThat(node.renew()).isFalse();
        assertThat(node.life().id()).isNotEqualTo(spent.id());
        assertThat(spent.spent()).isTrue();
    }

    private void sleepThroughTheLease(UUID sending) {
        nanos.addAndGet(SenderFixture.QUICK.lease().multipliedBy(2).toNanos());
        expire(node.life().id());
        other.sender.start();
        other.awaitState(sending, SendingState.FINISHED);
    }

    @Test
    void aNodeSuspendedWithinAWriteDoesNotKeepTheOthersFromWorking() {
        var sending = zombie.send(1);
        node.renew();
        assertThat(zombie.rota.claim(node.life(), 1)).isPresent();
        var nodes = new NodeStore(postgres.dsl());

        postgres.dsl().transaction(suspended -> {
            assertThat(nodes.holds(suspended.dsl(), node.life().id())).isTrue();
            expire(node.life().id());
            assertThat(other.rota.recover()).isZero();
        });

        assertThat(other.rota.recover()).isEqualTo(1);
        assertThat(other.states(sending)).isEqualTo(Map.of(MessageState.QUEUED, 1L));
    }

    private static void expire(UUID node) {
        postgres.dsl()
                .update(NODE)
                .set(NODE.LEASE_UNTIL, Instant.EPOCH)
                .where(NODE.ID.eq(node))
                .execute();
    }
}
