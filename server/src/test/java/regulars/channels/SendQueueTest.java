package regulars.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static regulars.channels.MessageState.CANCELLED;
import static regulars.channels.MessageState.EXCLUDED;
import static regulars.channels.MessageState.QUEUED;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import regulars.SettableClock;
import regulars.TestPostgres;
import regulars.kernel.Fault;
import regulars.kernel.Ids;

class SendQueueTest {
    @RegisterExtension
    static final TestPostgres postgres = new TestPostgres();

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final SettableClock clock = new SettableClock(NOW);
    private final FakeRights rights = new FakeRights();
    private final SendQueue queue = new SendQueue(
            new SendingStore(postgres.dsl()),
            new LedgerStore(postgres.dsl()),
            new QueueStore(postgres.dsl(), new NodeStore(postgres.dsl())),
            new Gate(rights),
            () -> new MailSettings(null, "", "shop@example.com", null, 4, null, DomainLimits.NONE),
            clock,
            new SenderSignal());
    private final UUID sending = open();

    @Test
    void writesARowWithItsDecisionForEveryCandidate() {
        rights.deny(4, Reason.WITHDRAWN).deny(5, Reason.SUPPRESSED);

        var counts = queue.enqueue(
                sending,
                List.of(
                        to(1, "one@example.com"),
                        to(2, null),
                        to(3, "no at sign"),
                        to(4, "four@example.com"),
                        to(5, "five@example.com"),
                        to(6, "ONE@example.com"),
                        control(7, "seven@example.com"),
                        to(8, "Seven@example.com"),
                        control(9, null)));

        assertThat(counts)
                .containsExactlyInAnyOrder(
                        new GateCount(QUEUED, null, 1),
                        new GateCount(EXCLUDED, Reason.NO_ADDRESS, 2),
                        new GateCount(EXCLUDED, Reason.INVALID_ADDRESS, 1),
                        new GateCount(EXCLUDED, Reason.WITHDRAWN, 1),
                        new GateCount(EXCLUDED, Reason.SUPPRESSED, 1),
                        new GateCount(EXCLUDED, Reason.DUPLICATE_ADDRESS, 2),
                        new GateCount(EXCLUDED, Reason.CONTROL_GROUP, 1))
                .containsExactlyInAnyOrderElementsOf(queue.counts(sending));
    }

    @Test
    void tellsTheSameInAPreviewAsWhenQueueing() {
        rights.deny(2, Reason.NO_CONSENT);
        var candidates = List.of(to(1, "a@example.com"), to(2, "b@example.com"), control(3, "a@example.com"));

        var previewed = queue.preview("marketing", candidates);

        assertThat(previewed).isEqualTo(queue.enqueue(sending, candidates));
    }

    @Test
    void queuesNobodyTwiceWhenACallIsRepeated() {
        var first = List.of(to(1, "a@example.com"), to(2, "b@example.com"));
        queue.enqueue(sending, first);

        var again =
                queue.enqueue(sending, List.of(to(1, "a@example.com"), to(2, "b@example.com"), to(3, "A@example.com")));

        assertThat(again).containsExactly(new GateCount(EXCLUDED, Reason.DUPLICATE_ADDRESS, 1));
        assertThat(queue.messages(sending, QUEUED, null, 0, 10)).hasSize(2);
    }

    @Test
    void cancelsEverybodyWhoWaitsAndTakesNobodyMore() {
        queue.enqueue(sending, List.of(to(1, "a@example.com"), control(2, "b@example.com")));
        queue.release(sending);

        queue.cancel(sending);

        assertThat(queue.counts(sending))
                .containsExactlyInAnyOrder(
                        new GateCount(CANCELLED, Reason.STOPPED_BY_PERSON, 1),
                        new GateCount(EXCLUDED, Reason.CONTROL_GROUP, 1));
        assertThatThrownBy(() -> queue.enqueue(sending, List.of(to(3, "c@example.com"))))
                .isInstanceOfSatisfying(Fault.class, f -> assertThat(f.code()).isEqualTo(ChannelsFault.SENDING_STATE));
        assertThatThrownBy(() -> queue.release(sending)).isInstanceOf(Fault.class);
    }

    private UUID open() {
        var id = Ids.next(NOW);
        queue.open(new NewSending(id, "test", "Spring", "marketing", Delivery.AT_LEAST_ONCE, null));
        queue.open(new NewSending(id, "test", "Spring again", "marketing", Delivery.AT_LEAST_ONCE, null));
        return id;
    }

    private static NewMessage to(int customer, @Nullable String address) {
        return new NewMessage(Ids.next(NOW), customer, customer, address, null);
    }

    private static NewMessage control(int customer, @Nullable String address) {
        return new NewMessage(Ids.next(NOW), customer, customer, address, Reason.CONTROL_GROUP);
    }
}
