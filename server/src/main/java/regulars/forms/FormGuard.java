package regulars.forms;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import regulars.access.Secrets;
import regulars.kernel.Fault;
import regulars.kernel.Ids;

/**
 * Keeps programs from filling in forms, without asking anybody outside: a field that people do not see, a least time
 * since the page was given out, and a proof of work that grows dearer while a form is flooded. Without a script there
 * is no proof; such a submission waits longer and few are taken an hour. Each node counts for itself. Safe for use by
 * several threads.
 */
@Component
class FormGuard {
    static final int USUAL_BITS = 12;
    static final int MOST_BITS = 20;
    static final Duration LEAST = Duration.ofSeconds(2);
    static final Duration LEAST_PLAIN = Duration.ofSeconds(8);

    private static final Duration LONGEST = Duration.ofHours(24);
    private static final int CALM_A_MINUTE = 30;
    private static final int PLAIN_AN_HOUR = 60;
    private static final int FORMS_WATCHED = 1_000;

    private final byte[] secret;
    private final InstantSource clock;
    private final Map<UUID, Load> loads = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Load> eldest) {
            return size() > FORMS_WATCHED;
        }
    };

    FormGuard(Secrets secrets, InstantSource clock) {
        this.secret = secrets.key("forms.page");
        this.clock = clock;
    }

    /** What came with the answers. */
    record Shown(
            String token, @Nullable String proof, @Nullable String trap) {}

    /** A page for somebody to fill in. */
    String page(UUID form, int version, @Nullable UUID customer) {
        var now = clock.instant();
        return new FormTicket(form, version, now, Ids.next(now), bits(form), customer).signed(secret);
    }

    FormTicket ticket(String token) {
        var ticket = FormTicket.read(secret, token).orElseThrow(FormGuard::stale);
        var age = Duration.between(ticket.issuedAt(), clock.instant());
        if (age.compareTo(LONGEST) > 0) throw stale();
        return ticket;
    }

    /** @throws Fault when it does not look like a person's */
    void check(FormTicket ticket, Shown shown) {
        var trap = shown.trap();
        if (trap != null && !trap.isEmpty()) {
            throw new Fault(
                    FormsFault.FORM_TRAP_FILLED,
                    "A field that is not shown was filled in: leave it empty, or switch off what fills in forms");
        }
        var proof = shown.proof();
        boolean plain = proof == null || proof.isEmpty();
        // the instant of the page is kept to the second
        var age = Duration.between(ticket.issuedAt(), clock.instant());
        if (age.compareTo(plain ? LEAST_PLAIN : LEAST) < 0) {
            throw new Fault(
                            FormsFault.FORM_TOO_FAST,
                            "That was faster than a person reads: wait some seconds, and send again")
                    .with("retryAfterSeconds", LEAST_PLAIN.toSeconds());
        }
        boolean taken = proof == null || plain
                ? load(ticket.form()).takePlain(clock.instant())
                : proven(ticket, shown.token(), proof);
        if (!taken) {
            throw new Fault(
                    FormsFault.FORM_PROOF_MISSING,
                    "The page did not do its work: switch on JavaScript, reload the page and send again");
        }
    }

    private static boolean proven(FormTicket ticket, String token, String proof) {
        return proof.length() <= 20 && FormTicket.proves(token, proof, ticket.bits());
    }

    /** That somebody tried to submit: what the next pages cost depends on it. */
    void tried(UUID form) {
        load(form).tried(clock.instant());
    }

    /** One more bit for each doubling above what is usual in a minute. */
    int bits(UUID form) {
        int tries = load(form).lastMinute(clock.instant());
        if (tries < CALM_A_MINUTE) return USUAL_BITS;
        int doublings = 32 - Integer.numberOfLeadingZeros(tries / CALM_A_MINUTE);
        return Math.min(MOST_BITS, USUAL_BITS + doublings);
    }

    String link(UUID form, UUID customer, Instant until) {
        return FormTicket.link(secret, new FormTicket.Link(form, customer, until));
    }

    /** Whom the letter was to that the link is from; null for a link that is none, too old, or of another form. */
    @Nullable
    UUID linked(UUID form, @Nullable String link) {
        if (link == null) return null;
        return FormTicket.linked(secret, link)
                .filter(one -> one.form().equals(form) && one.until().isAfter(clock.instant()))
                .map(FormTicket.Link::customer)
                .orElse(null);
    }

    private Load load(UUID form) {
        synchronized (loads) {
            return loads.computeIfAbsent(form, id -> new Load());
        }
    }

    private static Fault stale() {
        return new Fault(
                FormsFault.FORM_PAGE_STALE, "This page is too old, or not one of ours: reload it and send again");
    }

    /** How busy a form is: this minute, the one before, and what came without proof this hour. */
    private static final class Load {
        private long minute;
        private int now;
        private int before;
        private long hour;
        private int plain;

        synchronized void tried(Instant at) {
            turn(at);
            now++;
        }

        synchronized int lastMinute(Instant at) {
            turn(at);
            return Math.max(now, before);
        }

        synchronized boolean takePlain(Instant at) {
            long current = at.getEpochSecond() / 3600;
            if (current != hour) {
                hour = current;
                plain = 0;
            }
            return plain++ < PLAIN_AN_HOUR;
        }

        private void turn(Instant at) {
            long current = at.getEpochSecond() / 60;
            if (current == minute) return;
            before = current == minute + 1 ? now : 0;
            now = 0;
            minute = current;
        }
    }
}
