package regulars.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static regulars.kernel.Permission.INSIGHT_EDIT;
import static regulars.kernel.Permission.INSIGHT_READ;
import static regulars.kernel.Permission.SEGMENTS_READ;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import regulars.TestApp;
import regulars.TestClient;
import regulars.access.TestPeople;
import regulars.warehouse.Warehouse;
import tools.jackson.databind.JsonNode;

/** A number that customers have is a side of a matrix, for those who may see it and as long as it is there. */
class NumberSidesApiTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String MATRICES = "/api/v1/insight/own-matrices";
    private static final String CROSS = "/api/v1/insight/cross/preview";

    private final TestApp app = TestApp.running();
    private final TestClient owner = app.owner();

    @Test
    void partsPeopleByANumberWithFractions() {
        var key = "side_size";
        attribute(key, "NUMBER", List.of());
        for (var size : List.of("-3", "38", "38.5", "40", "40.001", "77")) person(key, size);
        owner.post("/api/v1/customers", Map.of("fullName", "Of no size")).requireStatus(201);
        caughtUp();

        var crossed = owner.post(CROSS, Map.of("rows", number(key, 38, 40), "columns", orders()))
                .requireStatus(200)
                .json();

        assertThat(row(crossed, 1)).isEqualTo(2);
        assertThat(row(crossed, 2)).isEqualTo(2);
        assertThat(row(crossed, 3)).isEqualTo(2);
        assertThat(crossed.path("outside").asInt()).isPositive();
        var rule = crossed.path("cells").path(0).path("rule");
        assertThat(owner.post("/api/v1/segments/preview", Map.of("rule", rule))
                        .requireStatus(200)
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(crossed.path("cells").path(0).path("customers").asInt());
        var kept = keep("Sizes", number(key, 38, 40)).requireStatus(200).json();
        var grid = kept.path("grid").asString();
        var cell = Map.of("kind", "cell", "grid", grid, "cells", List.of("2-1"), "member", true);
        assertThat(owner.post("/api/v1/segments/preview", Map.of("rule", cell))
                        .requireStatus(200)
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(2);
        var moves = owner.get("/api/v1/insight/moves?grid=" + grid).requireStatus(200);
        assertThat(moves.json().path("partlyToday").asBoolean()).isTrue();
        var trend =
                owner.get("/api/v1/insight/trend?day=2020-01-01&grid=" + grid).requireStatus(200);
        assertThat(trend.json().path("partlyToday").asBoolean()).isTrue();
        delete(kept);
    }

    @Test
    void hidesAMatrixFromThoseWhoDoNotSeeItsNumber() {
        var key = "side_hidden";
        attribute(key, "NUMBER", List.of("marketer"));
        var kept = keep("Hidden sizes", number(key, 1)).requireStatus(200).json();
        var narrow = TestPeople.with(app, INSIGHT_READ, INSIGHT_EDIT, SEGMENTS_READ);

        var listed = narrow.get(MATRICES).requireStatus(200).json();
        var words = narrow.get("/api/v1/segments/vocabulary").requireStatus(200);
        var sides = Map.of("rows", number(key, 1), "columns", orders());
        var grid = kept.path("grid").asString();

        assertThat(listed.path("items")
                        .valueStream()
                        .map(one -> one.path("name").asString()))
                .doesNotContain("Hidden sizes");
        assertThat(words.text()).doesNotContain("Hidden sizes", key);
        assertThat(narrow.post(CROSS, sides).code()).isEqualTo("FIELD_HIDDEN");
        assertThat(narrow.get("/api/v1/insight/moves?grid=" + grid).code()).isEqualTo("FIELD_HIDDEN");
        assertThat(narrow.get("/api/v1/insight/trend?day=2020-01-01&grid=" + grid)
                        .code())
                .isEqualTo("FIELD_HIDDEN");
        assertThat(owner.get(MATRICES)
                        .json()
                        .path("items")
                        .valueStream()
                        .map(one -> one.path("name").asString()))
                .contains("Hidden sizes");
        delete(kept);
    }

    @Test
    void keepsANumberThatAMatrixMeasuresAndRefusesWhatIsNone() {
        var key = "side_gone";
        int id = attribute(key, "NUMBER", List.of());
        attribute("side_word", "TEXT", List.of());
        var kept = keep("Gone sizes", number(key, 1)).requireStatus(200).json();
        var gone = "/api/v1/attribute-definitions/" + id + "?values=0";

        var inUse = owner.delete(gone).requireStatus(409);
        assertThat(inUse.code()).isEqualTo("ATTRIBUTE_IN_USE");
        assertThat(inUse.text()).contains("Gone sizes");
        delete(kept);
        owner.delete(gone).requireStatus(204);

        assertThat(code(Map.of("rows", number(key, 1), "columns", orders()))).isEqualTo("NUMBER_UNKNOWN");
        assertThat(code(Map.of("rows", number("side_word", 1), "columns", orders())))
                .isEqualTo("NUMBER_UNKNOWN");
        var dated = new HashMap<>(number("side_word", 1));
        dated.put("days", 90);
        assertThat(code(Map.of("rows", orders(), "columns", dated))).isEqualTo("PERIOD_NEEDLESS");
        assertThat(code(Map.of("rows", number("side_word"), "columns", orders())))
                .isEqualTo("SIDE_INVALID");
        assertThat(owner.post(MATRICES + "/" + kept.path("id").asString() + "/restore", Map.of())
                        .requireStatus(422)
                        .code())
                .isEqualTo("NUMBER_UNKNOWN");
    }

    private int attribute(String key, String type, List<String> seenBy) {
        var wish = new HashMap<String, Object>(Map.of("label", Map.of("en", key), "purpose", "To part people"));
        if (!seenBy.isEmpty()) wish.put("seenBy", seenBy);
        return owner.post("/api/v1/attribute-definitions", Map.of("key", key, "type", type, "wish", wish))
                .requireStatus(201)
                .json()
                .path("id")
                .asInt();
    }

    private void person(String key, String value) {
        owner.post("/api/v1/customers", Map.of("fullName", "Sized " + value, "attributes", Map.of(key, value)))
                .requireStatus(201);
    }

    private void caughtUp() {
        app.bean(Warehouse.class).barrier(PATIENCE);
    }

    private static Map<String, Object> number(String key, Integer... tops) {
        return Map.of("measure", "attribute." + key, "tops", List.of(tops));
    }

    private static Map<String, Object> orders() {
        return Map.of("measure", "COUNT", "tops", List.of(0));
    }

    private TestClient.Answer keep(String name, Map<String, Object> rows) {
        return owner.post(MATRICES, Map.of("name", name, "rows", rows, "columns", orders()));
    }

    private void delete(JsonNode kept) {
        owner.delete(MATRICES + "/" + kept.path("id").asString()).requireStatus(200);
    }

    private String code(Map<String, Object> sides) {
        return owner.post(CROSS, sides).requireStatus(422).code();
    }

    private static int row(JsonNode crossed, int row) {
        return crossed.path("cells")
                .valueStream()
                .filter(cell -> cell.path("row").asInt() == row)
                .mapToInt(cell -> cell.path("customers").asInt())
                .sum();
    }
}
