package regulars.access;

import static org.assertj.core.api.Assertions.assertThat;
import static regulars.kernel.Permission.CUSTOMERS_READ;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import regulars.TestApp;
import regulars.TestClient;
import tools.jackson.databind.JsonNode;

class AuditScreenTest {
    private static final TestApp APP = TestApp.running();

    @Test
    void keepsAChangeAndAReadOfAPersonButNoRefusalAndNoList() {
        var made = APP.owner()
                .post("/api/v1/customers", Map.of("givenName", "Watched"))
                .requireStatus(201);
        var id = made.json().path("id").asString();
        var reader = TestPeople.with(APP, CUSTOMERS_READ);
        reader.get("/api/v1/customers").requireStatus(200);
        reader.get("/api/v1/customers/" + id).requireStatus(200);
        assertThat(reader.patch("/api/v1/customers/" + id, Map.of("city", "Lviv"))
                        .status())
                .isEqualTo(403);
        APP.owner().patch("/api/v1/customers/" + id, Map.of("city", "Odesa")).requireStatus(200);

        var entries = entries("subject=" + id);

        assertThat(entries)
                .extracting(entry -> entry.path("action").asString())
                .containsExactly("patch_customers_id", "get_customers_id");
        assertThat(entries.getFirst().path("details").path("route").asString())
                .isEqualTo("PATCH /api/v1/customers/{id}");
        assertThat(entries.getLast().path("actorName").asString()).isNotEmpty();
        assertThat(entries.getLast().path("address").asString()).isEqualTo("127.0.0.1");
    }

    @Test
    void refusesAnActionThatNoEntryCanHave() {
        var answer = APP.owner().get("/api/v1/audit?action=nosuch").requireStatus(422);
        var near =
                APP.owner().get("/api/v1/audit/export.csv?action=session.began").requireStatus(422);

        assertThat(answer.code()).isEqualTo("AUDIT_ACTION_UNKNOWN");
        assertThat(answer.json().path("field").asString()).isEqualTo("action");
        assertThat(answer.json().path("value").asString()).isEqualTo("nosuch");
        assertThat(answer.json().path("remedy").asString()).contains("session.started", "get_customers_id");
        assertThat(near.json().path("remedy").asString()).isEqualTo("session.ended, session.refused, session.started");
        APP.owner().get("/api/v1/audit?action=team.removed").requireStatus(200);
        APP.owner().get("/api/v1/audit?action=get_mailbox_id").requireStatus(200);
    }

    @Test
    void turnsPagesWithoutLosingOrRepeatingAnEntry() {
        for (int n = 0; n < 5; n++) APP.owner().post("/api/v1/customers", Map.of("givenName", "Paged"));
        var whole = entries("action=post_customers&limit=200");
        var paged = new ArrayList<JsonNode>();
        var next = "";
        do {
            var page = APP.owner()
                    .get("/api/v1/audit?action=post_customers&limit=2" + next)
                    .json();
            page.path("items").forEach(paged::add);
            next = page.path("next").isNull()
                    ? ""
                    : "&cursor=" + page.path("next").asString();
        } while (!next.isEmpty());

        assertThat(paged).hasSizeGreaterThanOrEqualTo(5).containsExactlyElementsOf(whole);
    }

    @Test
    void keepsSignInsAndRefusedOnes() {
        var person = TestPeople.inRole(APP, "viewer");
        var who = person.get("/api/v1/session").json().path("user");
        APP.stranger().signIn(who.path("email").asString(), "wrong one").status();

        assertThat(entries("subject=" + who.path("id").asString()))
                .extracting(entry -> entry.path("action").asString())
                .containsExactly("session.refused", "session.started");
        assertThat(entries("actor=user:" + who.path("id").asString())).hasSize(1);
    }

    @Test
    void narrowsByTime() {
        var now = APP.clock().instant();
        APP.owner().post("/api/v1/customers", Map.of("givenName", "Timed")).requireStatus(201);

        assertThat(entries("from=" + now.plusSeconds(1))).isEmpty();
        assertThat(entries("from=" + now)).isNotEmpty();
        assertThat(entries("to=" + now + "&subject=customers&from=" + now)).isEmpty();
    }

    private static List<JsonNode> entries(String filter) {
        TestClient.Answer answer = APP.owner().get("/api/v1/audit?" + filter).requireStatus(200);
        var entries = new ArrayList<JsonNode>();
        answer.json().path("items").forEach(entries::add);
        return entries;
    }
}
