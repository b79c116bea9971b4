package regulars.forms;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Service;
import regulars.access.Organisations;
import regulars.access.PageTexts;
import regulars.access.ServerAddress;
import regulars.customers.Attributes;
import regulars.customers.HomeCountry;
import regulars.forms.FormAnswers.AnswerProblem;
import regulars.forms.PublishedForms.Published;
import regulars.forms.Submissions.Submission;
import regulars.kernel.Fault;
import tools.jackson.databind.JsonNode;

/** What strangers do with forms: they get a page, fill it in, and send it. */
@Service
class Visitors {
    private static final int LONGEST_PAGE = 500;
    private static final int LONGEST_AGENT = 300;

    private final PublishedForms forms;
    private final FormGuard guard;
    private final FormLeads leads;
    private final Submissions submissions;
    private final Confirmations confirmations;
    private final Tallies tallies;
    private final VisitorRooms rooms;

    Visitors(
            PublishedForms forms,
            FormGuard guard,
            FormLeads leads,
            Submissions submissions,
            Confirmations confirmations,
            Tallies tallies,
            VisitorRooms rooms) {
        this.forms = forms;
        this.guard = guard;
        this.leads = leads;
        this.submissions = submissions;
        this.confirmations = confirmations;
        this.tallies = tallies;
        this.rooms = rooms;
    }

    /** What answers are read by. */
    @org.springframework.stereotype.Component
    record VisitorRooms(
            Attributes attributes, Organisations organisations, ServerAddress address, InstantSource clock) {}

    /** A form as somebody gets it. */
    record Given(Published form, String language, String html) {}

    /** What became of a filled-in form; {@code answers} has problems when it was not taken. */
    record Sent(Published form, String language, FormAnswers answers) {
        boolean taken() {
            return answers.problems().isEmpty();
        }

        String thanks() {
            var own = form.definition().text(form.definition().thanks(), language);
            boolean asks = form.definition().doubleOptIn()
                    && answers.email() != null
                    && answers.ticked().stream().anyMatch(box -> "email".equals(box.channel()));
            return asks ? (own + "\n" + FormHtml.TEXTS.text(language, "checkMail")).strip() : own;
        }
    }

    /** @param link of a letter; one that is none, or too old, is as good as no link */
    Given page(String slug, @Nullable String language, @Nullable String accepted, @Nullable String link) {
        var form = forms.at(slug);
        var spoken = language(form.definition(), language, accepted);
        return given(form, spoken, guard.linked(form.form().id(), link), null);
    }

    /** The same again with what was wrong. */
    Given again(Sent sent, FormBody body) {
        var customer = guard.ticket(body.shown().token()).customer();
        return given(
                sent.form(),
                sent.language(),
                customer,
                new FormHtml.Filled(
                        body.answers(),
                        body.boxes(),
                        sent.answers().problems(),
                        leads.known(sent.form().definition(), customer)));
    }

    private Given given(Published form, String language, @Nullable UUID customer, FormHtml.@Nullable Filled filled) {
        var id = form.form().id();
        var token = guard.page(id, form.version(), customer);
        var shown = filled == null ? FormHtml.Filled.nothing(leads.known(form.definition(), customer)) : filled;
        var page = new FormHtml.Page(form.form().slug(), token, guard.bits(id), FormGuard.LEAST.toMillis());
        return new Given(form, language, FormHtml.of(form.definition(), language, page, shown));
    }

    static String language(FormDefinition form, @Nullable String asked, @Nullable String accepted) {
        return PageTexts.choose(
                form.languages(), asked, accepted, form.languages().getFirst());
    }

    /** @throws Fault when it does not come from a page of ours that a person filled in */
    Sent send(String slug, FormBody body, String via, HttpServletRequest request) {
        var ticket = guard.ticket(body.shown().token());
        var form = forms.as(slug, ticket);
        guard.tried(ticket.form());
        try {
            guard.check(ticket, body.shown());
        } catch (Fault fault) {
            tallies.refused(ticket, fault.code().name());
            throw fault;
        }
        var language = language(form.definition(), body.language(), null);
        var answers = read(form.definition(), body, ticket);
        if (answers.problems().isEmpty()) {
            submissions.take(new Submission(
                    form.form(), form.definition(), ticket, answers, visit(form, body, via, language, request)));
            confirmations.run();
        }
        return new Sent(form, language, answers);
    }

    private FormAnswers read(FormDefinition form, FormBody body, FormTicket ticket) {
        return read(form, body.answers(), body.boxes(), leads.known(form, ticket.customer()));
    }

    /** Of a sheet of paper: everything on it was asked. */
    FormAnswers read(FormDefinition form, Map<String, String> answers, Set<String> boxes) {
        return read(form, answers, boxes, Set.of());
    }

    private FormAnswers read(FormDefinition form, Map<String, String> answers, Set<String> boxes, Set<String> skipped) {
        var organisation = rooms.organisations().get();
        var today = LocalDate.ofInstant(rooms.clock().instant(), organisation.zone());
        return new AnswerReader(form, rooms.attributes().all(), HomeCountry.of(organisation), today)
                .read(answers, boxes, skipped);
    }

    private static Visit visit(Published form, FormBody body, String via, String language, HttpServletRequest request) {
        var agent = request.getHeader(HttpHeaders.USER_AGENT);
        return new Visit(
                via,
                language,
                page(form.definition(), body.page()),
                body.campaign(),
                request.getRemoteAddr(),
                agent == null || agent.length() <= LONGEST_AGENT ? agent : agent.substring(0, LONGEST_AGENT));
    }

    /** Without what follows the path: people's names and addresses stand there at times. */
    private static @Nullable String page(FormDefinition form, @Nullable String given) {
        if (given == null || given.isEmpty() || given.length() > LONGEST_PAGE) return null;
        var origin = FormCheck.origin(given);
        if (origin == null || !form.sites().contains(origin)) return null;
        return origin + URI.create(given).getRawPath();
    }

    /** A page says what happened on it. */
    void signal(String slug, JsonNode json) {
        var ticket = guard.ticket(json.path("token").asString(""));
        var form = forms.as(slug, ticket);
        tallies.signal(
                ticket,
                form.definition(),
                json.path("what").asString(""),
                json.path("field").asString(""));
    }

    /**
     * Refuses what a browser sends from a site that the form does not name; a program without a browser says no
     * origin, and is held up by the other guards.
     *
     * @return whether the site is another than ours
     */
    boolean fromSite(String slug, @Nullable String origin) {
        var own = FormCheck.origin(rooms.address().publicUrl().toString());
        if (origin == null || origin.equals(own)) return false;
        if (forms.at(slug).definition().sites().contains(origin)) return true;
        throw new Fault(
                        FormsFault.FORM_SITE_REFUSED,
                        "The form may not be used on this site: name the site in the form's settings")
                .at("origin", origin);
    }

    static java.util.List<Map<String, String>> told(Sent sent) {
        return sent.answers().problems().stream()
                .map(one -> told(one, sent.language()))
                .toList();
    }

    private static Map<String, String> told(AnswerProblem problem, String language) {
        return Map.of("field", problem.field(), "text", FormHtml.sentence(problem, language));
    }
}
