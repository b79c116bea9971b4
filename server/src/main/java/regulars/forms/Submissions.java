package regulars.forms;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import regulars.collect.Events;
import regulars.collect.NewEvent;
import regulars.forms.SubmissionStore.Kept;
import regulars.kernel.Fault;
import regulars.kernel.Ids;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes in what was filled in, exactly once a page: the person, what they agreed to, an event, and the answers word for
 * word, all in one transaction.
 */
@Service
class Submissions {
    static final String EVENT = "Form Submitted";
    private static final String SOURCE = "forms";

    private final SubmissionStore store;
    private final FormLeads leads;
    private final FormConsents consents;
    private final Events events;
    private final Tallies tallies;
    private final InstantSource clock;

    Submissions(
            SubmissionStore store,
            FormLeads leads,
            FormConsents consents,
            Events events,
            Tallies tallies,
            InstantSource clock) {
        this.store = store;
        this.leads = leads;
        this.consents = consents;
        this.events = events;
        this.tallies = tallies;
        this.clock = clock;
    }

    /** One filled-in form. */
    record Submission(FormView form, FormDefinition definition, FormTicket page, FormAnswers answers, Visit visit) {}

    /**
     * The same page with the same answers again changes nothing and is told the same.
     *
     * @return the submission's id
     * @throws Fault when the page was submitted with other answers before
     */
    @Transactional
    public UUID take(Submission given) {
        var key = given.page().key();
        store.lock(key);
        var hash = hash(given.answers());
        var earlier = store.byKey(key).orElse(null);
        if (earlier != null) {
            if (earlier.hash().equals(hash)) return earlier.id();
            throw new Fault(
                    FormsFault.FORM_PAGE_USED,
                    "This page was sent before with other answers: reload it to fill in the form once more");
        }
        var now = clock.instant();
        var id = Ids.next(now);
        var lead = leads.take(given, now);
        store.add(kept(id, given, hash, lead, now));
        tallies.count(
                given.form().id(),
                given.page().version(),
                given.visit().via().equals("site") || given.visit().via().equals("hosted") ? "submit" : "plain",
                "");
        if (lead.subject() == null) return id;
        events.record(event(id, given, lead.subject(), now));
        consents.take(id, given, lead, now);
        return id;
    }

    private static Kept kept(UUID id, Submission given, UUID hash, FormLeads.Lead lead, Instant now) {
        boolean erased = lead.subject() == null;
        return new Kept(
                id,
                given.form().id(),
                given.page().version(),
                given.page().key(),
                hash,
                erased ? java.util.Map.of() : given.answers().words(),
                given.answers().ticked().stream().map(ConsentBox::key).toList(),
                given.visit(),
                lead.subject(),
                lead.outcome(),
                now);
    }

    /** Nothing of what was answered: an event is seen by more people than a card. */
    private static NewEvent event(UUID id, Submission given, long subject, Instant now) {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("form", given.form().slug());
        properties.put("name", given.form().name());
        properties.put("version", given.page().version());
        properties.put("language", given.visit().language());
        properties.put("via", given.visit().via());
        properties.put("submission", id.toString());
        var page = given.visit().page();
        if (page != null) properties.put("page", page);
        properties.putAll(given.visit().campaign());
        return new NewEvent(id.toString(), SOURCE, EVENT, now, subject, properties);
    }

    private static UUID hash(FormAnswers answers) {
        var text = JsonMapper.shared()
                .writeValueAsString(java.util.List.of(
                        new TreeMap<>(answers.words()),
                        answers.ticked().stream().map(ConsentBox::key).sorted().toList()));
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            var bytes = ByteBuffer.wrap(digest);
            return new UUID(bytes.getLong(), bytes.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
