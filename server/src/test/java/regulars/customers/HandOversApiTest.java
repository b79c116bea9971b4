package regulars.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import regulars.TestApp;
import regulars.TestClient;
import regulars.access.TestPeople;
import tools.jackson.databind.JsonNode;

class HandOversApiTest {
    private final TestApp app = TestApp.running();
    private final TestClient owner = app.owner();

    @Test
    void tellsOnTheTimelineWhoHandedTheCustomerOverFromWhomToWhom() {
        var me = owner.get("/api/v1/session").json().path("user");
        var seller =
                TestPeople.inRole(app, "sales").get("/api/v1/session").json().path("user");
        var made = owner.post("/api/v1/customers", Map.of("fullName", "Handed From One To Another"))
                .requireStatus(201);
        var path = "/api/v1/customers/" + made.json().path("id").asString();

        give(path, me);
        give(path, seller);
        give(path, seller);
        owner.put(path + "/owner", new HashMap<>()).requireStatus(204);

        var told = owner.get(path + "/timeline?kind=owner").requireStatus(200).json();
        assertThat(told.path("items").valueStream().map(entry -> entry.path("data")))
                .extracting(HandOversApiTest::said)
                .containsExactlyInAnyOrder(
                        List.of("", name(me), name(me)),
                        List.of(name(me), name(seller), name(me)),
                        List.of(name(seller), "", name(me)));
        assertThat(owner.get(path + "/timeline?q=" + name(seller)).json().path("items"))
                .hasSize(2);
        assertThat(owner.get(path + "/timeline?kind=owner&q=nobody-of-that-name")
                        .json()
                        .path("items"))
                .isEmpty();
        assertThat(owner.get(path + "/personal-data.zip")
                        .requireStatus(200)
                        .response()
                        .body())
                .isNotEmpty();
    }

    private void give(String path, JsonNode person) {
        owner.put(path + "/owner", Map.of("owner", person.path("id").asString()))
                .requireStatus(204);
    }

    private static String name(JsonNode person) {
        var name = person.path("name").asString();
        return name.isEmpty() ? person.path("email").asString() : name;
    }

    private static List<String> said(JsonNode data) {
        return List.of(
                data.path("from").asString(""),
                data.path("to").asString(""),
                data.path("by").asString(""));
    }
}
