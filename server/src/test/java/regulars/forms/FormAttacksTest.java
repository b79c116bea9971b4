package regulars.forms;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What programs and ill-meaning people send to a form. */
class FormAttacksTest {
    private static final String SLUG = "forms-attacked";
    private static final String FORMULA =
            "=HYPERLINK(\"http://evil\")<script>alert(1)</script>'; drop table forms.form;--";
    private static UUID form = new UUID(0, 0);

    @BeforeAll
    static void publishForm() {
        var fields = List.of(field("mail", "email", true), field("name", "text", false, Map.of("target", "givenName")));
        form = publish(SLUG, definition(fields, List.of(), Map.of()));
    }

    private static int submissions() {
        return APP.owner()
                .get("/api/v1/forms/" + form + "/submissions?limit=200")
                .requireStatus(200)
                .json()
                .path("items")
                .size();
    }

    @Test
    void keepsHostileNamesAsTextAndRefusesWhatIsNoLine() {
        fill(SLUG, Map.of("mail", "forms.hostile@example.com", "name", FORMULA)).requireStatus(200);
        var kept = APP.owner()
                .get("/api/v1/forms/" + form + "/submissions?limit=1")
                .json();
        assertThat(kept.path("items").get(0).path("answers").path("name").asString())
                .isEqualTo(FORMULA);

        for (String name : List.of("Ann\\r\\nBcc: x@example.com", "Ann\\u0000", "\\ud800", "x".repeat(501))) {
            var filled = body(opened("/f/" + SLUG), Map.of("mail", "forms.hostile2@example.com", "name", "NAME"));
            var refused =
                    send(SLUG, JsonMapper.shared().writeValueAsString(filled).replace("NAME", name));
            assertThat(refused.requireStatus(422).code()).isIn("FORM_ANSWERS_INVALID", "FORM_BODY_UNREADABLE");
        }
    }

    @Test
    void refusesProgramsByReasonAndCountsThem() {
        int before = submissions();
        var answers = Map.of("mail", "forms.bot@example.com");
        var trapped = body(opened("/f/" + SLUG), answers);
        trapped.put("trap", "x");
        var unproven = body(opened("/f/" + SLUG), answers);
        unproven.put("proof", "1");
        var fresh =
                APP.stranger().get("/f/" + SLUG + "/embed").json().path("html").asString();
        var token = fresh.replaceAll("(?s).*data-token=\"([^\"]+)\".*", "$1");

        assertThat(send(SLUG, trapped).code()).isEqualTo("FORM_TRAP_FILLED");
        assertThat(send(SLUG, unproven).code()).isEqualTo("FORM_PROOF_MISSING");
        assertThat(send(SLUG, body(token, answers)).code()).isEqualTo("FORM_TOO_FAST");
        assertThat(send(SLUG, body(token.substring(1) + "A", answers)).code()).isEqualTo("FORM_PAGE_STALE");
        assertThat(submissions()).isEqualTo(before);
        assertThat(APP.dsl().fetch("select 1 from forms.tally where form_id = ? and what = 'refused'", form))
                .hasSize(3);
    }

    @Test
    void refusesAPageOfAnotherForm() {
        var other = publish("forms-other", definition(List.of(field("mail", "email", true)), List.of(), Map.of()));
        var sent = body(opened("/f/forms-other"), Map.of("mail", "forms.other@example.com"));

        assertThat(send(SLUG, sent).requireStatus(404).code()).isEqualTo("FORM_NOT_FOUND");
        APP.owner().delete("/api/v1/forms/" + other).requireStatus(200);
        assertThat(send("forms-other", sent).requireStatus(404).code()).isEqualTo("FORM_NOT_FOUND");
        assertThat(APP.stranger().get("/f/forms-other").status()).isEqualTo(404);
    }

    @Test
    void servesTheSitesOfAFormAndNoOthers() {
        var shop = APP.stranger().with("Origin", "https://shop.example");
        var evil = APP.stranger().with("Origin", "https://evil.example");
        var embed = "/f/" + SLUG + "/embed";

        assertThat(shop.get(embed).requireStatus(200).header("Access-Control-Allow-Origin"))
                .isEqualTo("https://shop.example");
        assertThat(evil.get(embed).requireStatus(403).code()).isEqualTo("FORM_SITE_REFUSED");
        assertThat(evil.get(embed).header("Access-Control-Allow-Origin")).isEmpty();
        var sent = body(opened("/f/" + SLUG), Map.of("mail", "forms.cross@example.com"));
        assertThat(send(evil, SLUG, sent).requireStatus(403).code()).isEqualTo("FORM_SITE_REFUSED");
        assertThat(send(shop, SLUG, sent).requireStatus(200).status()).isEqualTo(200);
    }

    @Test
    void refusesBodiesThatAreTooMuch() {
        var token = opened("/f/" + SLUG);
        var many = new HashMap<String, String>();
        for (int i = 0; i < 10_000; i++) many.put("f" + i, "");
        assertThat(send(SLUG, body(token, many)).status()).isEqualTo(413);
        many.keySet().removeIf(key -> key.length() > 4);
        assertThat(send(SLUG, body(token, many)).code()).isEqualTo("FORM_BODY_UNREADABLE");
        assertThat(send(SLUG, "[".repeat(20_000)).code()).isEqualTo("FORM_BODY_UNREADABLE");
        assertThat(send(SLUG, "{\"token\":1,\"token\":2}").code()).isEqualTo("FORM_BODY_UNREADABLE");
        assertThat(send(SLUG, "{\"token\":NaN}").code()).isEqualTo("FORM_BODY_UNREADABLE");
    }

    @Test
    void countsSignalsOfAPageOnceAndOnlyThoseItKnows() {
        var token = opened("/f/" + SLUG);
        for (int i = 0; i < 3; i++) {
            signal(Map.of("token", token, "what", "view"), 204);
            signal(Map.of("token", token, "what", "left", "field", "name"), 204);
            signal(Map.of("token", token, "what", "owned"), 204);
        }
        signal(Map.of("token", "made up", "what", "view"), 422);

        assertThat(APP.dsl()
                        .fetch(
                                "select what, detail, count from forms.tally where form_id = ?"
                                        + " and what in ('view', 'left', 'owned')",
                                form)
                        .intoMaps())
                .containsExactlyInAnyOrder(
                        Map.of("what", "view", "detail", "", "count", 1L),
                        Map.of("what", "left", "detail", "name", "count", 1L));
    }

    private static void signal(Map<String, ?> body, int status) {
        APP.stranger()
                .send(
                        "POST",
                        "/f/" + SLUG + "/signals",
                        BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body)),
                        "text/plain")
                .requireStatus(status);
    }

    @Test
    void publishesNoFormThatJoinsForcesOrHides() {
        var forced = new HashMap<>(box("offers", "marketing", "email"));
        forced.put("required", true);
        var draft = definition(
                List.of(
                        field("mail", "email", true),
                        field(
                                "late",
                                "text",
                                false,
                                Map.of("showWhen", Map.of("field", "later", "values", List.of())))),
                List.of(forced, box("calls", "marketing", "sms"), box("twice", "marketing", "email")),
                Map.of("redirect", "https://evil.example/"));
        var made = APP.owner()
                .post("/api/v1/forms", Map.of("slug", "forms-bad", "name", "Bad", "draft", draft))
                .requireStatus(201);

        var refused = APP.owner()
                .post("/api/v1/forms/" + made.json().path("id").asString() + "/publish", Map.of())
                .requireStatus(409);

        assertThat(refused.code()).isEqualTo("FORM_NOT_READY");
        assertThat(refused.text())
                .contains("consentForced")
                .contains("consentTwice")
                .contains("channelWithoutField")
                .contains("conditionUnknown")
                .contains("redirectElsewhere");
        assertThat(APP.stranger().get("/f/forms-bad").status()).isEqualTo(404);
    }
}
