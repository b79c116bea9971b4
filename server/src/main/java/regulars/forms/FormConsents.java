package regulars.forms;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import regulars.consent.Channel;
import regulars.consent.Consents;
import regulars.consent.NewEvidence;
import regulars.consent.Standing;
import regulars.customers.Customers;
import regulars.forms.Submissions.Submission;
import regulars.kernel.Actor;
import regulars.kernel.Ids;

/**
 * What was agreed to with a form. Each ticked box is evidence by itself, with the exact words that were shown. Where
 * the form asks the address to confirm, or somebody unknown asks in the name of a person who withdrew, nothing holds
 * before the address says so itself; a channel that cannot be asked stays withdrawn.
 */
@Component
class FormConsents {
    static final String CONFIRMATION = "confirmation";
    private static final int MOST_LETTERS_A_DAY = 3;

    private final Consents consents;
    private final Customers customers;
    private final ConfirmationStore confirmations;

    FormConsents(Consents consents, Customers customers, ConfirmationStore confirmations) {
        this.consents = consents;
        this.customers = customers;
        this.confirmations = confirmations;
    }

    void take(UUID submission, Submission given, FormLeads.Lead lead, Instant now) {
        long subject = Objects.requireNonNull(lead.subject());
        var evidence = new ArrayList<NewEvidence>();
        boolean ask = false;
        for (ConsentBox box : given.answers().ticked()) {
            var address = address(box, given, lead);
            boolean mail = channel(box) == Channel.EMAIL && !box.isProcessing();
            var standing = standing(box, lead);
            if (mail && standing == Standing.GRANTED && !lead.trusted()) continue;
            boolean withdrawn = standing == Standing.WITHDRAWN;
            boolean byLetter =
                    given.page().customer() != null && given.answers().email() == null;
            if (mail
                    && address != null
                    && !byLetter
                    && (given.definition().doubleOptIn() || withdrawn && !lead.trusted())) ask = true;
            else if (lead.trusted() || !withdrawn)
                evidence.add(evidence(box, given, subject, "form", now)
                        .withAddress(address)
                        .withRequest(given.visit().ip(), given.visit().agent())
                        .withDetails(details(submission, given, box)));
        }
        consents.recordAll(evidence);
        var address = given.answers().email();
        if (ask && address != null) ask(submission, given, subject, address, now);
    }

    /** One letter may go out, because somebody asked for it; not many, whoever asks. */
    private void ask(UUID submission, Submission given, long subject, String address, Instant now) {
        if (confirmations.since(subject, now.minus(Duration.ofDays(1))) >= MOST_LETTERS_A_DAY) return;
        confirmations.add(Ids.next(now), submission, subject, address, now);
        var proof = new NewEvidence.Proof(source(given.form().slug()), "form", actor(given), now);
        consents.record(NewEvidence.granted(subject, Channel.EMAIL, CONFIRMATION, proof)
                .withAddress(address)
                .withRequest(given.visit().ip(), given.visit().agent())
                .withDetails(Map.of("submission", submission.toString())));
    }

    /** The person said it themselves, from their own mailbox. */
    void confirmed(Submission given, UUID submission, ConfirmationStore.Confirmation asked, Visit visit, Instant now) {
        var evidence = new ArrayList<NewEvidence>();
        for (ConsentBox box : given.answers().ticked()) {
            if (channel(box) != Channel.EMAIL || box.isProcessing()) continue;
            var details = new java.util.LinkedHashMap<>(details(submission, given, box));
            details.put("askedAt", asked.wantedAt().toString());
            evidence.add(evidence(box, given, asked.subject(), "double-opt-in", now)
                    .withAddress(asked.address())
                    .withRequest(visit.ip(), visit.agent())
                    .withDetails(details));
        }
        consents.recordAll(evidence);
    }

    private NewEvidence evidence(ConsentBox box, Submission given, long subject, String method, Instant now) {
        var language = given.visit().language();
        var text = given.definition().text(box.text(), language);
        int version = consents.textVersion(box.purpose(), language, text);
        var proof = new NewEvidence.Proof(source(given.form().slug()), method, actor(given), now);
        var channel = box.isProcessing() && given.answers().email() == null ? Channel.PHONE : channel(box);
        return NewEvidence.granted(subject, channel, box.purpose(), proof).withText(version);
    }

    private static Map<String, Object> details(UUID submission, Submission given, ConsentBox box) {
        return Map.of(
                "form", given.form().slug(),
                "version", given.page().version(),
                "box", box.key(),
                "submission", submission.toString());
    }

    private Standing standing(ConsentBox box, FormLeads.Lead lead) {
        var channel = channel(box);
        var right = consents.standing(List.of(lead.customer()), channel, box.purpose());
        return Objects.requireNonNull(right.get(lead.customer())).standing();
    }

    /** Processing has no channel; its evidence stands under that of the address which was given. */
    private static Channel channel(ConsentBox box) {
        var named = box.channel();
        return named == null ? Channel.EMAIL : Channel.valueOf(named.toUpperCase(Locale.ROOT));
    }

    private @Nullable String address(ConsentBox box, Submission given, FormLeads.Lead lead) {
        boolean email = channel(box) == Channel.EMAIL;
        var typed = email ? given.answers().email() : given.answers().phone();
        if (typed != null || given.page().customer() == null) return typed;
        return customers.recipients(List.of(lead.customer())).stream()
                .map(person -> email ? person.email() : person.phone())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    static String source(String slug) {
        return "form/" + slug;
    }

    private static Actor actor(Submission given) {
        return new Actor("form", given.form().slug());
    }
}
