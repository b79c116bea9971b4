package regulars.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import regulars.TestApp;
import regulars.TestClient;
import tools.jackson.databind.JsonNode;

class CellsApiTest {
    private static final String INSIGHT = "/api/v1/insight";
    private static final String PLAN = INSIGHT + "/cell-plans/lifecycle/gone";

    private final TestApp app = TestApp.running();
    private final TestClient owner = app.owner();

    @Test
    void keepsWhatIsWantedOfACell() {
        var plan = Map.of("title", " Sleepers ", "strategy", "Wake them up", "incentive", "10 %", "goal", " ");

        var kept = owner.put(PLAN, plan).requireStatus(200).json();

        assertThat(kept.at("/plan/title").asString()).isEqualTo("Sleepers");
        assertThat(kept.at("/plan/goal").isNull()).isTrue();
        assertThat(kept.path("by").asString()).isNotEmpty();
        assertThat(plans().size()).isEqualTo(1);
        assertThat(code(PLAN, Map.of("goal", "x".repeat(2001)), 422)).isEqualTo("CELL_PLAN_TOO_LONG");
        assertThat(code(INSIGHT + "/cell-plans/lifecycle/asleep", plan, 404)).isEqualTo("CELL_UNKNOWN");
        owner.put(PLAN, Map.of()).requireStatus(200);
        assertThat(plans().size()).as("taken back").isZero();
        var trend = owner.get(INSIGHT + "/trend?grid=lifecycle&day=2020-01-01").requireStatus(200);
        assertThat(trend.json().path("cells").size()).isEqualTo(7);
    }

    @Test
    void asksInRulesAboutAMatrixOfOnesOwn() {
        var sides = new HashMap<String, Object>(Map.of(
                "name", "Habits",
                "rows", Map.of("measure", "COUNT", "days", 90, "tops", List.of(0, 3)),
                "columns", Map.of("measure", "message.opened", "tops", List.of(1))));
        var made =
                owner.post(INSIGHT + "/own-matrices", sides).requireStatus(200).json();
        var path = INSIGHT + "/own-matrices/" + made.path("id").asString();
        var grid = made.path("grid").asString();
        var rule = Map.of("kind", "cell", "grid", grid, "cells", List.of("1-1"), "member", true);

        owner.post("/api/v1/segments/preview", Map.of("rule", rule)).requireStatus(200);
        var words = owner.get("/api/v1/segments/vocabulary").requireStatus(200).json();

        assertThat(words.at("/grids/0/name").asString()).isEqualTo("Habits");
        assertThat(code(INSIGHT + "/own-matrices/" + made.path("id").asString(), sides, 409))
                .isEqualTo("MATRIX_CHANGED");
        sides.put("version", made.path("version").asString());
        sides.put("name", "Old habits");
        assertThat(owner.put(path, sides).requireStatus(200).json().path("name").asString())
                .isEqualTo("Old habits");
        assertThat(owner.get(path + "/versions")
                        .requireStatus(200)
                        .json()
                        .at("/items")
                        .size())
                .isEqualTo(1);
        owner.delete(path).requireStatus(200);
        owner.put(path, sides).requireStatus(404);
        owner.post(path + "/restore", Map.of()).requireStatus(200);
        owner.delete(path).requireStatus(200);
    }

    @Test
    void letsOneOfTwoChangesOfAVersionIn() {
        var sides = new HashMap<String, Object>(Map.of(
                "name", "Of two hands",
                "rows", Map.of("measure", "COUNT", "tops", List.of(1)),
                "columns", Map.of("measure", "COUNT", "days", 30, "tops", List.of(1))));
        var made =
                owner.post(INSIGHT + "/own-matrices", sides).requireStatus(200).json();
        var path = INSIGHT + "/own-matrices/" + made.path("id").asString();
        sides.put("version", made.path("version").asString());

        var answers = IntStream.range(2, 6)
                .mapToObj(top -> CompletableFuture.supplyAsync(() -> {
                    var changed = new HashMap<>(sides);
                    changed.put("rows", Map.of("measure", "COUNT", "tops", List.of(top)));
                    return owner.put(path, changed).status();
                }))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).containsOnlyOnce(200).containsOnly(200, 409);
        owner.delete(path).requireStatus(200);
    }

    private JsonNode plans() {
        return owner.get(INSIGHT + "/cell-plans?grid=lifecycle")
                .requireStatus(200)
                .json()
                .path("items");
    }

    private String code(String path, Object body, int status) {
        return owner.put(path, body).requireStatus(status).json().path("code").asString();
    }
}
