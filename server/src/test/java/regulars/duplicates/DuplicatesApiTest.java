package regulars.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import regulars.TestApp;
import regulars.TestClient;
import regulars.work.Jobs;
import tools.jackson.databind.JsonNode;

class DuplicatesApiTest {
    private static final String ROOM = "/api/v1/duplicates";

    private final TestApp app = TestApp.running();
    private final TestClient owner = app.owner();

    @Test
    void findsWhoMayBeOneAndRemembersWhatWasSaid() {
        for (int i = 1; i <= 8; i++)
            add("Given" + i + " Family" + i, "dupes.other" + i + "@example.com", "198" + i + "-0" + i + "-1" + i);
        add("Остап Дуплеренко", "ostap.duplerenko@example.com", "1981-02-23");
        add("Ostap Duplerenko", "ostap.duplerenko@example.org", "1981-02-23");
        search(true);
        var pair = pair("OPEN", "уплеренко");

        assertThat(pair.path("probability").asDouble()).isGreaterThan(.5);
        assertThat(reasons(pair)).contains("GIVEN_NAME SAME", "BIRTH_DATE SAME", "EMAIL PART");
        var path = ROOM + "/pairs/" + pair.path("id").asString();
        owner.post(path + "/later", Map.of()).requireStatus(204);
        assertThat(pair("LATER", "уплеренко").path("id")).isEqualTo(pair.path("id"));
        owner.post(path + "/different", Map.of()).requireStatus(204);
        assertThat(owner.post(path + "/same", Map.of()).code()).isEqualTo("PAIR_SETTLED");

        search(true);

        assertThat(pair("TWO", "уплеренко").path("id")).isEqualTo(pair.path("id"));
        owner.post(path + "/undo", Map.of()).requireStatus(204);
        owner.post(path + "/same", Map.of()).requireStatus(200);
        assertThat(pair("ONE", "uplerenko").path("other").isNull()).isTrue();
    }

    private void add(String name, String email, String birthDate) {
        var wish = Map.of("fullName", name, "email", email, "birthDate", birthDate);
        owner.post("/api/v1/customers", wish).requireStatus(201);
    }

    private void search(boolean whole) {
        var job = owner.post(ROOM + "/runs", Map.of("whole", whole))
                .requireStatus(201)
                .json()
                .path("jobId")
                .asString();
        assertThat(app.bean(Jobs.class)
                        .await(UUID.fromString(job), Duration.ofMinutes(1))
                        .problem())
                .isNull();
    }

    private JsonNode pair(String state, String name) {
        var page = owner.get(ROOM + "/pairs?limit=200&state=" + state)
                .requireStatus(200)
                .json();
        for (var pair : page.path("items"))
            if (pair.path("one").path("name").asString("").contains(name)) return pair;
        throw new AssertionError("no " + name + " is " + state + ": " + page);
    }

    private static List<String> reasons(JsonNode pair) {
        var reasons = new ArrayList<String>();
        for (var reason : pair.path("reasons"))
            reasons.add(reason.path("clue").asString() + " "
                    + reason.path("agreement").asString());
        return reasons;
    }
}
