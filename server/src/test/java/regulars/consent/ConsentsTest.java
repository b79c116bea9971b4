package regulars.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static regulars.consent.Channel.EMAIL;
import static schema.consent.Tables.EVIDENCE;
import static schema.consent.Tables.STATE;
import static schema.customers.Tables.CUSTOMER;
import static schema.customers.Tables.SUBJECT_LINK;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import regulars.SettableClock;
import regulars.TestPostgres;
import regulars.customers.AddressHash;
import regulars.kernel.Actor;
import regulars.kernel.Fault;

class ConsentsTest {
    @RegisterExtension
    static final TestPostgres POSTGRES = new TestPostgres();

    private static final Instant NOW = Instant.parse("2026-05-01T00:00:00Z");
    private static final AtomicLong SUBJECT = new AtomicLong(1000);

    private final List<Object> published = new ArrayList<>();
    private final Consents consents = new Consents(
            new EvidenceStore(POSTGRES.dsl()),
            new StateStore(POSTGRES.dsl()),
            new SuppressionStore(POSTGRES.dsl(), new AddressHash(() -> new byte[32])),
            new PurposeStore(POSTGRES.dsl()),
            published::add,
            new SettableClock(NOW));

    @Test
    void knowsWhoAgreedWhoWithdrewAndWhoNeverSaid() {
        long agreed = SUBJECT.incrementAndGet();
        long withdrew = SUBJECT.incrementAndGet();
        int first = customer(agreed);
        int second = customer(withdrew);
        int third = customer(SUBJECT.incrementAndGet());
        consents.recordAll(List.of(
                given(agreed, true, "form", 1),
                given(withdrew, true, "form", 1),
                given(withdrew, false, "one-click", 2)));

        var rights = consents.standing(List.of(first, second, third), EMAIL, "marketing");

        assertThat(rights.get(first)).isEqualTo(new Right(Standing.GRANTED, evidenceOf(agreed)));
        assertThat(standing(second, EMAIL, "marketing")).isEqualTo(Standing.WITHDRAWN);
        assertThat(rights.get(third)).isEqualTo(Right.ABSENT);
        assertThat(standing(first, Channel.SMS, "marketing")).isEqualTo(Standing.ABSENT);
        assertThat(standing(first, EMAIL, "service")).isEqualTo(Standing.ABSENT);
    }

    @Test
    void letsAnImportedOptOutOfOneSubjectBeatTheImportedGrantOfAnother() {
        long old = SUBJECT.incrementAndGet();
        long fresh = SUBJECT.incrementAndGet();
        int person = customer(old, fresh);

        consents.record(given(old, false, NewEvidence.IMPORT, 1));
        consents.record(given(fresh, true, NewEvidence.IMPORT, 9));

        assertThat(standing(person, EMAIL, "marketing")).isEqualTo(Standing.WITHDRAWN);
        consents.record(given(fresh, true, "form", 10));
        assertThat(standing(person, EMAIL, "marketing")).isEqualTo(Standing.GRANTED);
    }

    @Test
    void saysTheSameInTheDatabaseAsInTheRule() {
        var random = new Random(7);
        for (int round = 0; round < 60; round++) {
            long subject = SUBJECT.incrementAndGet();
            var evidence = new ArrayList<NewEvidence>();
            for (int i = 0; i < 5; i++) {
                var method = random.nextBoolean() ? NewEvidence.IMPORT : "form";
                evidence.add(given(subject, random.nextBoolean(), method, 1 + random.nextInt(4)));
            }
            evidence.forEach(consents::record);
            boolean oneByOne = granted(subject);
            long other = SUBJECT.incrementAndGet();
            Collections.shuffle(evidence, random);
            consents.recordAll(evidence.stream()
                    .map(one -> given(other, one.granted(), one.method(), one.givenAt()))
                    .toList());

            assertThat(granted(other)).as("%s", evidence).isEqualTo(oneByOne);
        }
    }

    @Test
    void letsSuppressionBeatConsentForTheAddressInAnySpelling() {
        long subject = SUBJECT.incrementAndGet();
        int person = customer(subject);
        consents.record(given(subject, true, "form", 1));
        assertThat(consents.standingNow(person, "a@example.com", EMAIL, "marketing")
                        .standing())
                .isEqualTo(Standing.GRANTED);

        consents.suppress(EMAIL, " A@Example.com", "complaint", Map.of("report", 1));
        consents.suppress(EMAIL, "a@example.com", "manual", Map.of());

        assertThat(consents.standingNow(person, "a@example.com", EMAIL, "marketing"))
                .isEqualTo(Right.SUPPRESSED);
        assertThat(consents.standingNow(person, "b@example.com", EMAIL, "marketing")
                        .standing())
                .isEqualTo(Standing.GRANTED);
        assertThat(consents.suppressed(EMAIL, List.of("a@example.com", "b@example.com")))
                .isEqualTo(Map.of("a@example.com", true, "b@example.com", false));
        assertThat(consents.suppressed(Channel.SMS, List.of("a@example.com"))).containsEntry("a@example.com", false);
    }

    @Test
    void announcesOnlyWhatChanged() {
        long subject = SUBJECT.incrementAndGet();
        consents.record(given(subject, false, NewEvidence.IMPORT, 5));
        consents.record(given(subject, true, NewEvidence.IMPORT, 6));

        assertThat(published).hasSize(1);
        assertThat(((ConsentChanged) published.getFirst()).changes())
                .extracting(ConsentChanged.Change::granted)
                .containsExactly(false);
    }

    @Test
    void refusesToChangeEvidence() {
        consents.record(given(SUBJECT.incrementAndGet(), true, "form", 1));

        assertThatThrownBy(() -> POSTGRES.dsl()
                        .update(EVIDENCE)
                        .set(EVIDENCE.ACTION, "withdrawn")
                        .execute())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("append-only");
    }

    @Test
    void keepsTheWordsOfAnOldProof() {
        int first = consents.textVersion("marketing", "en", "Send me news");
        int second = consents.textVersion("marketing", "en", "Send me news and gifts");

        assertThat(second).isNotEqualTo(first);
        assertThat(consents.textVersion("marketing", "en", "Send me news")).isEqualTo(first);
    }

    @Test
    void namesAnUnknownPurpose() {
        assertThatThrownBy(() -> consents.standing(List.of(1), EMAIL, "gossip"))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(ConsentFault.PURPOSE_UNKNOWN));
    }

    private Standing standing(int person, Channel channel, String purpose) {
        return Objects.requireNonNull(
                        consents.standing(List.of(person), channel, purpose).get(person))
                .standing();
    }

    private static boolean granted(long subject) {
        return POSTGRES.dsl()
                .select(STATE.GRANTED)
                .from(STATE)
                .where(STATE.SUBJECT_NUMBER.eq(subject))
                .fetchSingle()
                .value1();
    }

    private static long evidenceOf(long subject) {
        return POSTGRES.dsl()
                .select(EVIDENCE.ID)
                .from(EVIDENCE)
                .where(EVIDENCE.SUBJECT_NUMBER.eq(subject))
                .fetchSingle()
                .value1();
    }

    private static NewEvidence given(long subject, boolean granted, String method, int day) {
        return given(
                subject, granted, method, Instant.parse("2026-04-01T00:00:00Z").plusSeconds(86_400L * day));
    }

    private static NewEvidence given(long subject, boolean granted, String method, Instant at) {
        var proof = new NewEvidence.Proof("test", method, Actor.SYSTEM, at);
        return granted
                ? NewEvidence.granted(subject, EMAIL, "marketing", proof)
                : NewEvidence.withdrawn(subject, EMAIL, "marketing", proof);
    }

    private static int customer(long... subjects) {
        var dsl = POSTGRES.dsl();
        int number = dsl.insertInto(CUSTOMER, CUSTOMER.ID, CUSTOMER.CREATED_AT, CUSTOMER.UPDATED_AT)
                .values(UUID.randomUUID(), NOW, NOW)
                .returning(CUSTOMER.NUMBER)
                .fetchSingle()
                .getNumber();
        for (long subject : subjects) {
            dsl.insertInto(
                            SUBJECT_LINK,
                            SUBJECT_LINK.SUBJECT_NUMBER,
                            SUBJECT_LINK.CUSTOMER_NUMBER,
                            SUBJECT_LINK.LINKED_AT)
                    .values(subject, number, NOW)
                    .execute();
        }
        return number;
    }
}
