package regulars.forms;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import regulars.access.Secrets;
import regulars.channels.Delivery;
import regulars.channels.NewMessage;
import regulars.channels.NewSending;
import regulars.channels.SendQueue;
import regulars.collect.Events;
import regulars.collect.NewEvent;
import regulars.customers.Customers;
import regulars.forms.ConfirmationStore.Confirmation;
import regulars.kernel.Fault;
import regulars.work.Tick;

/**
 * Asks addresses whether they want what a form asked for in their name. The letter goes through the gate as every
 * other, under a purpose of its own that the form's visitor gave; a stopped address gets none. Only a POST confirms.
 */
@Service
class Confirmations implements Tick {
    static final String KIND = "forms.confirmation";
    private static final Duration LETTER_KEEPS = Duration.ofDays(3);
    private static final Duration LINK_KEEPS = Duration.ofDays(30);
    private static final int AT_ONCE = 100;
    private static final int ID_BYTES = 16;

    private final ConfirmationStore store;
    private final SubmissionStore submissions;
    private final PublishedForms forms;
    private final FormConsents consents;
    private final Customers customers;
    private final SendQueue queue;
    private final Events events;
    private final byte[] secret;
    private final InstantSource clock;

    Confirmations(
            ConfirmationStores stores,
            PublishedForms forms,
            FormConsents consents,
            Customers customers,
            SendQueue queue,
            Events events,
            InstantSource clock) {
        this.store = stores.confirmations();
        this.submissions = stores.submissions();
        this.secret = stores.secrets().key("forms.confirmation");
        this.forms = forms;
        this.consents = consents;
        this.customers = customers;
        this.queue = queue;
        this.events = events;
        this.clock = clock;
    }

    /** Where what is to be confirmed is kept, and what its links are signed with. */
    @org.springframework.stereotype.Component
    record ConfirmationStores(ConfirmationStore confirmations, SubmissionStore submissions, Secrets secrets) {}

    @Override
    public String name() {
        return "forms.confirmations";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(5);
    }

    /** Puts the letters that wait before the gate; after a crash some for the second time, which the gate knows. */
    @Override
    public void run() {
        for (Confirmation one : store.unsent(AT_ONCE)) {
            try {
                send(one);
            } catch (Fault ended) {
                // its sending has ended: the letter left before a crash
            }
            store.sent(one.id(), clock.instant());
        }
    }

    private void send(Confirmation one) {
        var customer = customers.customerOf(one.subject());
        if (customer.isEmpty()) return;
        var expires = one.wantedAt().plus(LETTER_KEEPS);
        queue.open(new NewSending(
                one.id(), KIND, "Confirmation", FormConsents.CONFIRMATION, Delivery.AT_LEAST_ONCE, expires));
        queue.enqueue(
                one.id(), List.of(new NewMessage(one.id(), customer.getAsInt(), one.subject(), one.address(), null)));
        queue.release(one.id());
    }

    String token(UUID confirmation) {
        var body = ByteBuffer.allocate(ID_BYTES)
                .putLong(confirmation.getMostSignificantBits())
                .putLong(confirmation.getLeastSignificantBits());
        return Signed.of(secret, body.array());
    }

    /** What a link is about; empty for one that is none of ours, or too old. */
    Optional<Confirmation> asked(String token) {
        return Signed.read(secret, token, ID_BYTES)
                .map(body -> ByteBuffer.wrap(body))
                .flatMap(body -> store.find(new UUID(body.getLong(), body.getLong())))
                .filter(one -> one.wantedAt().plus(LINK_KEEPS).isAfter(clock.instant()));
    }

    /** What was asked for by it. */
    Optional<Submissions.Submission> asked(Confirmation one) {
        return submissions.find(one.submission()).flatMap(forms::again);
    }

    /** A second time changes nothing. */
    @Transactional
    public void confirm(Confirmation one, Visit visit) {
        var now = clock.instant();
        var given = asked(one);
        if (given.isEmpty() || !store.confirm(one.id(), now)) return;
        consents.confirmed(given.get(), one.submission(), one, visit, now);
        events.record(new NewEvent(
                one.id().toString(),
                "forms",
                "Form Confirmed",
                now,
                one.subject(),
                Map.of(
                        "form",
                        given.get().form().slug(),
                        "submission",
                        one.submission().toString())));
    }
}
