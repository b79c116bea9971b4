package regulars.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static regulars.channels.MessageState.ACCEPTED;
import static regulars.channels.MessageState.CANCELLED;
import static regulars.channels.MessageState.DEFERRED;
import static regulars.channels.MessageState.EXCLUDED;
import static regulars.channels.MessageState.FAILED;
import static regulars.channels.MessageState.QUEUED;
import static regulars.channels.MessageState.REFUSED;
import static regulars.channels.MessageState.UNKNOWN;
import static regulars.channels.SenderFixture.await;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import regulars.SettableClock;
import regulars.TestPostgres;
import regulars.channels.smtp.SmtpAnswer;
import regulars.channels.smtp.SmtpStage;

class SenderTest {
    @RegisterExtension
    static final TestPostgres postgres = new TestPostgres();

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T10:00:00Z"));
    private final CountingSmtpServer server = new CountingSmtpServer();
    private final Set<Integer> failing = new HashSet<>();
    private final SenderFixture fixture =
            new SenderFixture(postgres.dsl(), clock, server.port(), new SenderFixture.Greeting(failing));

    @AfterEach
    void close() {
        fixture.close();
        server.close();
        postgres.dsl().execute("truncate channels.sending, channels.message, channels.decision, channels.node");
    }

    @Test
    void bringsEveryRecipientToTheServerOnceAndFinishes() {
        fixture.sender.start();
        var sending = fixture.send(500);

        fixture.awaitState(sending, SendingState.FINISHED);

        assertThat(fixture.states(sending)).isEqualTo(Map.of(ACCEPTED, 500L));
        assertThat(server.taken())
                .hasSize(500)
                .allSatisfy((to, ids) -> assertThat(ids).hasSize(1));
        assertThat(fixture.events).containsExactly(new SendingEnded(sending, "test", SendingState.FINISHED));
    }

    @Test
    void asksAboutConsentAgainRightBeforeTheWire() {
        var sending = fixture.send(10);
        fixture.rights.deny(3, Reason.WITHDRAWN);

        fixture.sender.start();
        fixture.awaitState(sending, SendingState.FINISHED);

        assertThat(server.taken()).hasSize(9).doesNotContainKey("person3@example.com");
        var denied = fixture.queue.messages(sending, EXCLUDED, Reason.WITHDRAWN, 0, 10);
        assertThat(denied)
                .singleElement()
                .satisfies(m -> assertThat(m.customerNumber()).isEqualTo(3));
        assertThat(fixture.queue.decisions(denied.getFirst().id()))
                .extracting(MessageDecision::reason)
                .containsExactly(Reason.WITHDRAWN);
    }

    @Test
    void triesAgainAfterATemporaryRefusalWhenItsTimeHasCome() {
        var refusals = new AtomicInteger();
        server.at(
                SmtpStage.RCPT,
                d -> d.to().getLast().startsWith("person2@") && refusals.getAndIncrement() == 0
                        ? new SmtpAnswer.Reply(451, "4.3.2 Come back later")
                        : SmtpAnswer.OK);
        var sending = fixture.send(3);
        fixture.sender.start();
        await("two accepted", () -> fixture.states(sending).equals(Map.of(ACCEPTED, 2L, DEFERRED, 1L)));
        assertThat(fixture.queue.sending(sending).state()).isEqualTo(SendingState.RUNNING);

        clock.advance(Duration.ofMinutes(2));
        fixture.awaitState(sending, SendingState.FINISHED);

        assertThat(fixture.states(sending)).isEqualTo(Map.of(ACCEPTED, 3L));
        assertThat(server.taken("person2@example.com")).hasSize(1);
    }

    @Test
    void givesEachDomainNoMoreThanItsLimit() {
        fixture.domains = new DomainLimits(60, null);
        var sending = fixture.open(Delivery.AT_LEAST_ONCE);
        fixture.queue.enqueue(sending, limited(20));
        fixture.queue.release(sending);

        fixture.sender.start();
        await("some of each", () -> taken("example.org") > 0 && taken("gmail.com") > 0);
        await("the rest back in the queue", () -> settled(fixture.states(sending)));
        assertThat(taken("gmail.com")).isBetween(1L, 10L);
        assertThat(taken("example.org")).isBetween(1L, 10L);

        fixture.domains = DomainLimits.NONE;
        // One that was on its way while the limit went may have been given a later turn: the time goes on until all are
        // out.
        await("everybody", () -> {
            clock.advance(Duration.ofSeconds(1));
            return fixture.queue.sending(sending).state() == SendingState.FINISHED;
        });
        assertThat(fixture.states(sending)).isEqualTo(Map.of(ACCEPTED, 40L));
    }

    @Test
    void aDomainThatAsksToSlowDownGetsItsMailLaterAndTheOthersAreNotHeldUp() {
        var slow = new java.util.concurrent.atomic.AtomicBoolean(true);
        server.at(
                SmtpStage.RCPT,
                d -> slow.get() && d.to().getLast().endsWith("@gmail.com")
                        ? new SmtpAnswer.Reply(421, "4.7.28 Too fast for us")
                        : SmtpAnswer.OK);
        var sending = fixture.open(Delivery.AT_LEAST_ONCE);
        fixture.queue.enqueue(sending, limited(40));
        fixture.queue.release(sending);

        fixture.sender.start();
        await("the others", () -> taken("example.org") == 40);
        await("nothing in flight", () -> settled(fixture.states(sending)));
        assertThat(fixture.states(sending).get(DEFERRED)).isBetween(1L, 8L);
        assertThat(fixture.states(sending)).containsKey(QUEUED);
        assertThat(fixture.bounced).isEmpty();

        slow.set(false);
        assertThat(fixture.parts.paces().turn("next@googlemail.com", DomainLimits.NONE))
                .isPositive();
    }

    /** By turns at a well known operator and at another domain. */
    private static List<NewMessage> limited(int each) {
        return IntStream.rangeClosed(1, 2 * each)
                .mapToObj(i -> new NewMessage(
                        regulars.kernel.Ids.next(Instant.now()),
                        i,
                        i,
                        "person" + i + (i % 2 == 0 ? "@gmail.com" : "@example.org"),
                        null))
                .toList();
    }

    private long taken(String domain) {
        return server.taken().keySet().stream()
                .filter(to -> to.endsWith(domain))
                .count();
    }

    @Test
    void silencesAnAddressOnlyWhenTheServerSaysThatItDoesNotExist() {
        server.at(SmtpStage.RCPT, d -> switch (d.to().getLast()) {
            case "person1@example.com" -> new SmtpAnswer.Reply(550, "5.1.1 No such user");
            case "person2@example.com" -> new SmtpAnswer.Reply(550, "5.7.1 Blocked");
            case "person3@example.com" -> new SmtpAnswer.Reply(550, "5.2.1 Disabled");
            default -> SmtpAnswer.OK;
        });
        var sending = fixture.send(4);

        fixture.sender.start();
        fixture.awaitState(sending, SendingState.FINISHED);

        assertThat(fixture.bounced).containsExactly("person1@example.com");
        assertThat(fixture.queue.counts(sending))
                .containsExactlyInAnyOrder(
                        new GateCount(ACCEPTED, null, 1),
                        new GateCount(REFUSED, Reason.NO_SUCH_MAILBOX, 1),
                        new GateCount(REFUSED, Reason.POLICY, 1),
                        new GateCount(REFUSED, Reason.REFUSED_BY_SERVER, 1));
    }

    @Test
    void triesAMailWhoseReplyWasLostOnceMoreUnderTheSameMessageId() {
        server.loseReplies(true);
        var sending = fixture.send(1);
        fixture.sender.start();
        await("unknown", () -> fixture.states(sending).equals(Map.of(UNKNOWN, 1L)));

        clock.advance(Duration.ofMinutes(2));
        await("tried again", () -> server.total() == 2);
        fixture.awaitState(sending, SendingState.FINISHED);
        clock.advance(Duration.ofDays(1));

        var ids = server.taken("person1@example.com");
        assertThat(ids).hasSize(2).containsOnly(ids.getFirst());
        assertThat(fixture.states(sending)).isEqualTo(Map.of(UNKNOWN, 1L));
    }

    @Test
    void leavesAnUnknownOutcomeAloneWhenTheSendingWantsAtMostOne() {
        server.loseReplies(true);
        var sending = fixture.open(Delivery.AT_MOST_ONCE);
        fixture.queue.enqueue(sending, SenderFixture.recipients(1));
        fixture.queue.release(sending);

        fixture.sender.start();
        fixture.awaitState(sending, SendingState.FINISHED);

        assertThat(server.total()).isEqualTo(1);
        assertThat(fixture.queue.counts(sending)).containsExactly(new GateCount(UNKNOWN, Reason.REPLY_LOST, 1));
    }

    @Test
    void aBadTemplateEndsItsMessagesAndStopsOnlyItsSending() {
        IntStream.rangeClosed(1, 200).forEach(failing::add);
        var bad = fixture.send(200);
        failing.remove(200);
        var good = fixture.open(Delivery.AT_LEAST_ONCE);
        fixture.queue.enqueue(
                good,
                SenderFixture.recipients(300).stream()
                        .filter(m -> m.customerNumber() >= 200)
                        .toList());
        fixture.queue.release(good);

        fixture.sender.start();
        fixture.awaitState(good, SendingState.FINISHED);
        fixture.awaitState(bad, SendingState.STOPPED);

        assertThat(fixture.states(good)).isEqualTo(Map.of(ACCEPTED, 101L));
        assertThat(fixture.states(bad)).containsKeys(FAILED, QUEUED);
        assertThat(fixture.queue.sending(bad).detail()).contains("could not be composed");
    }

    @Test
    void aPausedSendingKeepsItsPeopleAndACancelledOneLetsThemGo() throws InterruptedException {
        var gate = new CountDownLatch(1);
        var arrived = new CountDownLatch(1);
        server.at(SmtpStage.CONTENT, d -> {
            arrived.countDown();
            return waited(gate) ? SmtpAnswer.OK : new SmtpAnswer.HangUp();
        });
        var sending = fixture.send(1000);
        fixture.sender.start();
        arrived.await();

        fixture.queue.pause(sending);
        gate.countDown();
        await("nothing in flight", () -> settled(fixture.states(sending)));
        long accepted = fixture.states(sending).getOrDefault(ACCEPTED, 0L);
        fixture.queue.cancel(sending);

        assertThat(accepted).isBetween(1L, 100L);
        // A worker that saw the sending running just before the pause may hold a batch for a moment yet.
        var all = Map.of(ACCEPTED, accepted, CANCELLED, 1000 - accepted);
        await("everybody let go", () -> fixture.states(sending).equals(all));
    }

    @Test
    void nothingOfASendingStartsAfterItExpired() {
        var sending = java.util.UUID.randomUUID();
        fixture.queue.open(new NewSending(
                sending,
                "test",
                "Today",
                "marketing",
                Delivery.AT_LEAST_ONCE,
                clock.instant().plusSeconds(60)));
        fixture.queue.enqueue(sending, SenderFixture.recipients(5));
        fixture.queue.release(sending);
        clock.advance(Duration.ofMinutes(2));

        fixture.sender.start();
        fixture.awaitState(sending, SendingState.FINISHED);

        assertThat(server.total()).isZero();
        assertThat(fixture.queue.counts(sending))
                .containsExactly(new GateCount(MessageState.EXPIRED, Reason.TOO_LATE, 5));
    }

    @Test
    void severalNodesShareASendingWithoutSendingAnyoneTwice() {
        var other = new SenderFixture(postgres.dsl(), clock, server.port(), new SenderFixture.Greeting(failing));
        try (other) {
            fixture.sender.start();
            other.sender.start();
            var sending = fixture.send(2000);

            fixture.awaitState(sending, SendingState.FINISHED);

            assertThat(server.taken().values().stream().map(List::size).collect(Collectors.toSet()))
                    .containsExactly(1);
            assertThat(server.taken()).hasSize(2000);
        }
    }

    private static boolean settled(Map<MessageState, Long> states) {
        return !states.containsKey(MessageState.HANDED_OVER) && !states.containsKey(MessageState.CLAIMED);
    }

    private static boolean waited(CountDownLatch gate) {
        try {
            gate.await();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
