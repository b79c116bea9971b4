package regulars.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import regulars.channels.smtp.SmtpOutcome;
import regulars.channels.smtp.SmtpReply;
import regulars.channels.smtp.SmtpStage;

class DomainPaceTest {
    private static final String GMAIL = "ann@gmail.com";
    private static final SmtpOutcome SLOWER = refused(421, "4.7.28 Too fast");

    private final AtomicLong nanos = new AtomicLong(1L << 40);
    private final DomainPaces paces = new DomainPaces(nanos::get);

    @Test
    void withoutALimitEverybodyGoesAtOnce() {
        assertThat(goes(10_000, DomainLimits.NONE)).isEqualTo(10_000);
    }

    @Test
    void aLimitHoldsOverTheMinuteAndForTheWholeOperator() {
        var limits = new DomainLimits(60, null);

        assertThat(goes(100, limits)).isBetween(1, 2);
        assertThat(paces.turn("bob@googlemail.com", limits)).isPositive();
        assertThat(paces.turn("bob@example.org", limits)).isZero();
        int sent = 0;
        for (int second = 0; second < 60; second++) {
            pass(Duration.ofSeconds(1));
            sent += goes(100, limits);
        }
        assertThat(sent).isBetween(59, 61);
    }

    @Test
    void whoWaitsIsToldATimeOfTheirOwn() {
        var limits = new DomainLimits(60, null);
        goes(2, limits);

        var first = paces.turn(GMAIL, limits);
        var second = paces.turn(GMAIL, limits);

        assertThat(second.minus(first)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aRefusalForSpeedHalvesAndQuietMinutesGiveATenthBackEach() {
        var limits = new DomainLimits(600, null);
        answer(SLOWER, limits);
        answer(SLOWER, limits);

        assertThat(perMinute(limits)).as("both were under way together").isBetween(290, 320);
        pass(Duration.ofMinutes(3));
        assertThat(perMinute(limits)).isBetween(390, 460);
        pass(Duration.ofMinutes(10));
        assertThat(perMinute(limits)).isBetween(580, 640);
    }

    @Test
    void withoutALimitItIsHalfOfWhatWasSentThatMinute() {
        goes(200, DomainLimits.NONE);
        answer(SLOWER, DomainLimits.NONE);

        assertThat(perMinute(DomainLimits.NONE)).isBetween(95, 110);
        pass(Duration.ofMinutes(30));
        assertThat(goes(1_000, DomainLimits.NONE)).isEqualTo(1_000);
    }

    @Test
    void otherRefusalsDoNotSlowDown() {
        answer(refused(451, "4.2.1 Mailbox busy"), DomainLimits.NONE);
        answer(refused(550, "5.1.1 No such user"), DomainLimits.NONE);

        assertThat(goes(1_000, DomainLimits.NONE)).isEqualTo(1_000);
    }

    @Test
    void onlySoManyConnectionsCarryMailToOneOperator() {
        var limits = new DomainLimits(null, 2);
        long turnAt = paces.now();

        assertThat(paces.enter(GMAIL, turnAt, limits)).isTrue();
        assertThat(paces.enter("bob@googlemail.com", turnAt, limits)).isTrue();
        assertThat(paces.enter(GMAIL, turnAt, limits)).isFalse();
        assertThat(paces.enter("bob@example.org", turnAt, limits)).isTrue();
        paces.left(GMAIL, SLOWER, limits);
        assertThat(paces.enter(GMAIL, turnAt - 1, limits))
                .as("slowed down since its turn")
                .isFalse();
    }

    private int goes(int messages, DomainLimits limits) {
        int gone = 0;
        for (int i = 0; i < messages; i++) if (paces.turn(GMAIL, limits).isZero()) gone++;
        return gone;
    }

    private int perMinute(DomainLimits limits) {
        int sent = 0;
        goes(1_000, limits);
        for (int part = 0; part < 599; part++) {
            pass(Duration.ofMillis(100));
            sent += goes(1_000, limits);
        }
        return sent;
    }

    private void answer(SmtpOutcome outcome, DomainLimits limits) {
        paces.enter(GMAIL, paces.now(), limits);
        paces.left(GMAIL, outcome, limits);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private static SmtpOutcome refused(int code, String words) {
        return new SmtpOutcome.Refused(SmtpStage.RCPT, new SmtpReply(code, List.of(words)));
    }
}
