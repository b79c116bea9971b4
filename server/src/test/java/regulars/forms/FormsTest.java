package regulars.forms;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static regulars.forms.FilledForms.APP;
import static regulars.forms.FilledForms.body;
import static regulars.forms.FilledForms.box;
import static regulars.forms.FilledForms.definition;
import static regulars.forms.FilledForms.field;
import static regulars.forms.FilledForms.fill;
import static regulars.forms.FilledForms.opened;
import static regulars.forms.FilledForms.publish;
import static regulars.forms.FilledForms.send;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import regulars.consent.Channel;
import regulars.consent.Consents;
import regulars.consent.Standing;
import regulars.customers.CustomerKeys;
import regulars.customers.Customers;
import regulars.customers.Recipient;
import tools.jackson.databind.JsonNode;

/** A stranger fills in a form: what becomes of it, and of whom. */
class FormsTest {
    private static final String SLUG = "forms-news";
    private static final String DOUBLE = "forms-double";
    private static UUID news = new UUID(0, 0);

    @BeforeAll
    static void publishForms() {
        var fields = List.of(
                field("mail", "email", true),
                field("name", "text", false, Map.of("target", "givenName", "progressive", true)),
                field("how", "choice", false, Map.of("options", List.of(option("phone"), option("post")))),
                field("tel", "phone", true, Map.of("showWhen", Map.of("field", "how", "values", List.of("phone")))));
        var boxes = List.of(box("offers", "marketing", "email"), box("calls", "marketing", "sms"));
        news = publish(SLUG, definition(fields, boxes, Map.of()));
        publish(
                DOUBLE,
                definition(List.of(field("mail", "email", true)), boxes.subList(0, 1), Map.of("doubleOptIn", true)));
    }

    private static Map<String, Object> option(String value) {
        return Map.of("value", value, "label", Map.of("en", value));
    }

    private static Recipient card(String mail) {
        var found =
                requireNonNull(APP.bean(CustomerKeys.class).find(List.of(mail)).get(mail), mail);
        return APP.bean(Customers.class).recipients(List.of(found.customer())).getFirst();
    }

    private static Standing standing(String mail) {
        return APP.bean(Consents.class)
                .standingNow(card(mail).number(), mail, Channel.EMAIL, "marketing")
                .standing();
    }

    private static JsonNode latest(UUID form) {
        return APP.owner()
                .get("/api/v1/forms/" + form + "/submissions?limit=1")
                .requireStatus(200)
                .json()
                .path("items")
                .get(0);
    }

    @Test
    void makesACustomerWithTheirConsentAndAnEventOfASubmissionOnce() {
        var token = opened("/f/" + SLUG);
        var sent = body(token, Map.of("mail", "forms.ann@example.com", "name", "Ann"), "offers");

        assertThat(send(SLUG, sent).requireStatus(200).json().path("thanks").asString())
                .isEqualTo("Thank you");
        send(SLUG, sent).requireStatus(200);
        var other = body(token, Map.of("mail", "forms.ben@example.com"));
        assertThat(send(SLUG, other).requireStatus(409).code()).isEqualTo("FORM_PAGE_USED");

        assertThat(card("forms.ann@example.com").fullName()).isEqualTo("Ann");
        assertThat(standing("forms.ann@example.com")).isEqualTo(Standing.GRANTED);
        var submission = latest(news);
        assertThat(submission.path("outcome").asString()).isEqualTo("created");
        assertThat(submission.path("answers").path("name").asString()).isEqualTo("Ann");
        var proofs = APP.owner()
                .get("/api/v1/customers/" + card("forms.ann@example.com").id() + "/consents")
                .requireStatus(200)
                .text();
        assertThat(proofs).contains("I agree to offers").contains("form/" + SLUG);
    }

    @Test
    void changesNothingOnTheCardOfSomebodyKnownWhateverAStrangerSaysInTheirName() {
        fill(SLUG, Map.of("mail", "forms.vera@example.com", "name", "Vera")).requireStatus(200);
        var answer = fill(
                SLUG,
                Map.of("mail", "forms.vera@example.com", "name", "Mallory", "how", "phone", "tel", "+380501112299"));

        assertThat(answer.requireStatus(200).text()).doesNotContain("Vera");
        assertThat(card("forms.vera@example.com").fullName()).isEqualTo("Vera");
        assertThat(card("forms.vera@example.com").phone()).isNull();
        var kept = latest(news);
        assertThat(kept.path("outcome").asString()).isEqualTo("known");
        assertThat(kept.path("answers").path("name").asString()).isEqualTo("Mallory");
    }

    @Test
    void subscribesNobodyBeforeTheirOwnPost() {
        var mail = "forms.dora@example.com";
        assertThat(fill(DOUBLE, Map.of("mail", mail), "offers")
                        .requireStatus(200)
                        .text())
                .contains("mailbox");
        var subjects = APP.bean(Customers.class).subjects(card(mail).number());
        var asked = APP.dsl().fetchSingle("select id from forms.confirmation where subject_number = any(?)", (Object)
                subjects.toArray(Long[]::new));
        var link = "/fc/" + APP.bean(Confirmations.class).token(asked.get(0, UUID.class));

        assertThat(APP.stranger().get(link).requireStatus(200).text()).contains("One more step");
        assertThat(standing(mail)).isEqualTo(Standing.ABSENT);
        APP.stranger().post(link, Map.of()).requireStatus(200);
        assertThat(standing(mail)).isEqualTo(Standing.GRANTED);
        APP.stranger().post(link + "A", Map.of()).requireStatus(404);
        assertThat(APP.dsl().fetchOne("select state from channels.message where id = ?", asked.get(0)))
                .as("the letter went through the gate")
                .isNotNull();
    }

    @Test
    void keepsAWithdrawalUntilTheAddressLiftsIt() {
        var mail = "forms.wim@example.com";
        fill(SLUG, Map.of("mail", mail), "offers").requireStatus(200);
        var card = card(mail).id();
        var withdrawn = Map.of(
                "channel", "email", "purpose", "marketing", "action", "withdrawn", "how", "phone", "note", "called");
        APP.clock().advance(Duration.ofSeconds(1));
        APP.owner().post("/api/v1/customers/" + card + "/consents", withdrawn);
        assertThat(standing(mail)).isEqualTo(Standing.WITHDRAWN);

        fill(SLUG, Map.of("mail", mail), "offers").requireStatus(200);

        assertThat(standing(mail)).isEqualTo(Standing.WITHDRAWN);
        assertThat(latest(news).path("waiting").asBoolean()).isTrue();
    }

    @Test
    void believesAndDoesNotAskAgainWhomALetterWasTo() {
        var mail = "forms.lin@example.com";
        fill(SLUG, Map.of("mail", mail)).requireStatus(200);
        var customer = card(mail).id();
        var until = APP.clock().instant().plus(Duration.ofDays(1));
        var link = APP.bean(FormGuard.class).link(news, customer, until);

        send(SLUG, body(opened("/f/" + SLUG + "?k=" + link), Map.of("mail", mail, "name", "Lin")))
                .requireStatus(200);

        assertThat(card(mail).fullName()).isEqualTo("Lin");
        var page = APP.stranger()
                .get("/f/" + SLUG + "?k=" + link)
                .requireStatus(200)
                .text();
        assertThat(page).doesNotContain("f.name").doesNotContain(mail).doesNotContain("Lin");
        assertThat(APP.stranger().get("/f/" + SLUG + "?k=" + link + "x").text()).contains("f.name");
    }

    @Test
    void worksWithoutAScript() {
        var token = opened("/f/" + SLUG);
        var wrong = "token=" + token + "&language=en&f.mail=%22%3E%3Cb%3E&f.how=phone&f.tel=";
        var again = APP.stranger()
                .send("POST", "/f/" + SLUG, BodyPublishers.ofString(wrong), "application/x-www-form-urlencoded");

        assertThat(again.requireStatus(400).text())
                .contains("This is not an email address")
                .contains("Please fill this in")
                .contains("aria-invalid=\"true\"")
                .contains("value=\"&quot;&gt;&lt;b&gt;\"");
        var right = "token=" + token + "&language=en&f.mail=forms.plain%40example.com&c.offers=yes";
        var thanks = APP.stranger()
                .send("POST", "/f/" + SLUG, BodyPublishers.ofString(right), "application/x-www-form-urlencoded");
        assertThat(thanks.requireStatus(200).text()).contains("Thank you");
        assertThat(standing("forms.plain@example.com")).isEqualTo(Standing.GRANTED);
    }

    @Test
    void forgetsAnErasedPersonsAnswersAndTakesNothingOfThemAgain() {
        var mail = "forms.eve@example.com";
        fill(SLUG, Map.of("mail", mail, "name", "Evelina")).requireStatus(200);
        var id = card(mail).id();
        APP.owner()
                .post("/api/v1/customers/" + id + "/erasure", Map.of("confirmation", mail))
                .requireStatus(200);

        fill(SLUG, Map.of("mail", mail, "name", "Evelina")).requireStatus(200);

        assertThat(latest(news).path("outcome").asString()).isEqualTo("erased");
        assertThat(APP.dsl().fetch("select 1 from forms.submission where answers::text like '%Evelina%'"))
                .isEmpty();
    }
}
