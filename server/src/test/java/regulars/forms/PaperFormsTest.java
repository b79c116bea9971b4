package regulars.forms;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static regulars.forms.FilledForms.APP;
import static regulars.forms.FilledForms.box;
import static regulars.forms.FilledForms.definition;
import static regulars.forms.FilledForms.field;
import static regulars.forms.FilledForms.publish;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import regulars.TestClient;
import regulars.consent.Channel;
import regulars.consent.Consents;
import regulars.consent.Standing;
import regulars.customers.CustomerKeys;

/** A pile of two sheets, typed by the owner and by a program, which are two. */
class PaperFormsTest {
    private static Map<String, Object> sheet(String mail, String sum, String... boxes) {
        return Map.of("answers", Map.of("mail", mail, "sum", sum), "boxes", List.of(boxes));
    }

    @Test
    void bringsAPileInOnceTwoPeopleReadTheSameAndTheTotalsAreRight() {
        var form = publish(
                "forms-paper",
                definition(
                        List.of(field("mail", "email", true), field("sum", "number", true)),
                        List.of(box("offers", "marketing", "email")),
                        Map.of()));
        var path = "/api/v1/forms/" + form + "/paper";
        var wanted = Map.of("name", "Fair", "expected", 2, "controlField", "sum", "controlSum", 30);
        var pile = path + "/"
                + APP.owner()
                        .post(path, wanted)
                        .requireStatus(201)
                        .json()
                        .path("id")
                        .asString();

        put(APP.owner(), pile + "/sheets/1", sheet("forms.paper1@example.com", "10", "offers"), 200);
        put(APP.owner(), pile + "/sheets/2", sheet("forms.paper2@example.com", "21"), 200);
        var seen =
                APP.program().get(pile).requireStatus(200).json().path("sheets").get(0);
        assertThat(seen.path("first").isNull())
                .as("nobody copies what the other read")
                .isTrue();
        put(APP.program(), pile + "/sheets/1", sheet("forms.paper1@example.com", "10", "offers"), 200);
        var differs = put(APP.program(), pile + "/sheets/2", sheet("forms.paper2@example.com", "20"), 200);
        assertThat(differs.json().path("state").asString()).isEqualTo("differs");
        assertThat(put(APP.owner(), pile + "/sheets/2", sheet("forms.paper2@example.com", "20"), 422)
                        .code())
                .isEqualTo("PAPER_SAME_PERSON");
        assertThat(put(APP.owner(), pile + "/sheets/3", sheet("forms.paper2@example.com", "20"), 404)
                        .code())
                .isEqualTo("PAPER_SHEET_UNKNOWN");

        settleAndComplete(pile);
        isInTheBase(form);
    }

    private static void settleAndComplete(String pile) {
        assertThat(APP.owner()
                        .post(pile + "/complete", Map.of())
                        .requireStatus(409)
                        .code())
                .isEqualTo("PAPER_NOT_READY");
        put(APP.owner(), pile + "/sheets/2/settled", sheet("forms.paper2@example.com", "21"), 200);
        assertThat(APP.owner()
                        .post(pile + "/complete", Map.of())
                        .requireStatus(409)
                        .text())
                .contains("sum");
        put(APP.owner(), pile + "/sheets/2/settled", sheet("forms.paper2@example.com", "20"), 200);
        var scan = BodyPublishers.ofString("%PDF-1.7");
        APP.owner()
                .send("PUT", pile + "/sheets/1/scan?name=sheet.pdf", scan, "application/octet-stream")
                .requireStatus(204);
        APP.owner().post(pile + "/complete", Map.of()).requireStatus(204);
        assertThat(APP.owner()
                        .post(pile + "/complete", Map.of())
                        .requireStatus(409)
                        .code())
                .isEqualTo("PAPER_DONE");
    }

    private static void isInTheBase(UUID form) {
        var mail = "forms.paper1@example.com";
        var found =
                requireNonNull(APP.bean(CustomerKeys.class).find(List.of(mail)).get(mail));
        assertThat(APP.bean(Consents.class)
                        .standingNow(found.customer(), mail, Channel.EMAIL, "marketing")
                        .standing())
                .isEqualTo(Standing.GRANTED);
        assertThat(APP.dsl().fetch("select name from customers.file where name = 'sheet.pdf'"))
                .hasSize(1);
        assertThat(APP.owner()
                        .get("/api/v1/forms/" + form + "/submissions")
                        .json()
                        .path("items"))
                .hasSize(2);
        assertThat(APP.dsl().fetch("select 1 from forms.paper_sheet")).isEmpty();
    }

    private static TestClient.Answer put(TestClient client, String path, Object body, int status) {
        return client.put(path, body).requireStatus(status);
    }
}
