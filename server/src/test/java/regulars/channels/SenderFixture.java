package regulars.channels;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import javax.net.ssl.SSLSocketFactory;
import org.jooq.DSLContext;
import regulars.channels.smtp.SmtpTimeouts;
import regulars.kernel.Ids;

/** The queue and a sender wired by hand: real database, real SMTP, no Spring. */
final class SenderFixture implements AutoCloseable {
    static final SenderTiming QUICK = new SenderTiming(
            Duration.ofSeconds(2),
            Duration.ofMillis(50),
            Duration.ofMinutes(1),
            Duration.ofHours(1),
            Duration.ofDays(4));

    final FakeRights rights = new FakeRights();
    final List<String> bounced = new ArrayList<>();
    final List<Object> events = new ArrayList<>();
    final SenderSignal signal = new SenderSignal();
    volatile DomainLimits domains = DomainLimits.NONE;
    final Node node;
    final Rota rota;
    final QueueStore store;
    final SendQueue queue;
    final SenderParts parts;
    final Sender sender;

    SenderFixture(DSLContext dsl, InstantSource clock, int port, MessageSource source) {
        this(dsl, clock, port, source, 4);
    }

    SenderFixture(DSLContext dsl, InstantSource clock, int port, MessageSource source, int connections) {
        var nodes = new NodeStore(dsl);
        var sendings = new SendingStore(dsl);
        var tallies = new Tallies();
        SendSettings settings =
                () -> new MailSettings(null, "The Shop", "shop@example.com", null, connections, null, domains);
        node = new Node(nodes, QUICK.lease());
        store = new QueueStore(dsl, nodes);
        rota = new Rota(sendings, store, tallies, events::add, clock);
        queue = new SendQueue(sendings, new LedgerStore(dsl), store, new Gate(rights), settings, clock, signal);
        parts = new SenderParts(
                rota,
                store,
                new Preparation(List.of(source), clock),
                rights,
                (address, reply) -> bounced.add(address),
                new Outcomes(QUICK, new Random(1)),
                tallies,
                new Throttle(),
                new DomainPaces(),
                settings,
                new MailRoute(() -> port, (SSLSocketFactory) SSLSocketFactory.getDefault(), timeouts()),
                new SenderHealth(clock),
                QUICK,
                clock);
        sender = new Sender(parts, node, signal);
    }

    private static SmtpTimeouts timeouts() {
        var patient = Duration.ofSeconds(20);
        return new SmtpTimeouts(patient, patient, patient, patient, patient);
    }

    UUID open(Delivery delivery) {
        var id = UUID.randomUUID();
        queue.open(new NewSending(id, "test", "Spring", "marketing", delivery, null));
        return id;
    }

    /** Opens, fills and releases. */
    UUID send(int recipients) {
        var id = open(Delivery.AT_LEAST_ONCE);
        queue.enqueue(id, recipients(recipients));
        queue.release(id);
        return id;
    }

    static List<NewMessage> recipients(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> new NewMessage(Ids.next(Instant.now()), i, i, "person" + i + "@example.com", null))
                .toList();
    }

    /** How many stand so, whatever the reason. */
    Map<MessageState, Long> states(UUID sending) {
        return queue.counts(sending).stream()
                .collect(java.util.stream.Collectors.toMap(GateCount::state, GateCount::count, Long::sum));
    }

    void awaitState(UUID sending, SendingState state) {
        await("sending " + state, () -> queue.sending(sending).state() == state);
    }

    static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) throw new AssertionError("still not: " + what);
            Thread.onSpinWait();
            java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
        }
    }

    /** Greets by number; a customer in {@code failing} has a template that fails. */
    record Greeting(java.util.Set<Integer> failing) implements MessageSource {
        @Override
        public String kind() {
            return "test";
        }

        @Override
        public List<Composition> compose(UUID sendingId, List<QueuedMessage> batch) {
            return batch.stream().map(this::compose).toList();
        }

        private Composition compose(QueuedMessage message) {
            if (failing.contains(message.customerNumber())) return new Composition.NotComposed("no name");
            return new Composition.Composed(
                    OutgoingMail.of("Hello " + message.customerNumber(), "<p>Hello</p>", "Hello"));
        }
    }

    @Override
    public void close() {
        sender.stop();
    }
}
