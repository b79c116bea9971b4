package regulars.segments;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import regulars.TestApp;
import regulars.TestClient;
import regulars.warehouse.Warehouse;
import tools.jackson.databind.JsonNode;

class CustomerListApiTest {
    private static final Map<String, Object> FROM_SAN_MARINO = Map.of(
            "kind", "field", "field", "COUNTRY", "check", Map.of("operator", "IS", "values", List.of("San Marino")));
    private static boolean there;

    private final TestApp app = TestApp.running();
    private final TestClient owner = app.owner();

    /** Seven people: the first three bought, more each; the rest never did. */
    @BeforeEach
    void settlesSanMarino() {
        if (there) return;
        var shop = new Shop(app.dsl());
        var now = app.clock().instant();
        for (int number = 1_950_001; number <= 1_950_007; number++) shop.customer(number, "San Marino", now);
        for (int buyer = 1; buyer <= 3; buyer++)
            shop.order(1_950_000L + buyer, now.minus(Duration.ofHours(1)), 1_000L * buyer);
        shop.order(1_950_004L, now.minus(Duration.ofHours(1)), 9_000, "cancelled");
        app.bean(Warehouse.class).barrier(Duration.ofSeconds(30));
        there = true;
    }

    @Test
    void pagesInAnyOrderGiveEverybodyOnceAndTheUnknownLast() {
        assertThat(names("REVENUE", true))
                .containsExactly(
                        "Customer 1950003",
                        "Customer 1950002",
                        "Customer 1950001",
                        "Customer 1950007",
                        "Customer 1950006",
                        "Customer 1950005",
                        "Customer 1950004");
        assertThat(names("REVENUE", false)).startsWith("Customer 1950001", "Customer 1950002", "Customer 1950003");
        for (CustomerOrder order : CustomerOrder.values()) {
            assertThat(names(order.name(), true)).doesNotHaveDuplicates().hasSize(7);
            assertThat(names(order.name(), false)).doesNotHaveDuplicates().hasSize(7);
        }
    }

    @Test
    void findsByAnyPartOfANameAnAddressOrAnId() {
        owner.post(
                        "/api/v1/customers",
                        Map.of("fullName", "王小明", "email", "xiao.ming@list.example.com", "phone", "+380671957001"))
                .requireStatus(201);

        for (var part : List.of("小", "MING@list", "(067) 195-70", "67195700")) {
            assertThat(page(Map.of("q", part)).path("items")).as(part).hasSize(1);
        }
        assertThat(page(Map.of("q", "c1950005"))
                        .path("items")
                        .get(0)
                        .path("externalId")
                        .path("value")
                        .asString())
                .isEqualTo("c1950005");
        assertThat(owner.get("/api/v1/customers?q=1950006+customer").json().path("items"))
                .hasSize(1);
        assertThat(page(Map.of("q", "nobody is called so")).path("items")).isEmpty();
    }

    @Test
    void findsYoByYeAndLeavesOtherLettersApart() {
        owner.post("/api/v1/customers", Map.of("fullName", "Йосип Киселёв-Ґалаган", "phone", "+380501957003"))
                .requireStatus(201);

        for (var part : List.of("киселев", "КИСЕЛЁВ", "Киселев йосип")) {
            assertThat(page(Map.of("q", part)).path("items")).as(part).hasSize(1);
        }
        for (var part : List.of("киселев иосип", "галаган-киселев", "киселев-галаган")) {
            assertThat(page(Map.of("q", part)).path("items")).as(part).isEmpty();
        }
    }

    @Test
    void countsTheWholeList() {
        var counted = owner.post("/api/v1/customer-list/count", Map.of("rule", FROM_SAN_MARINO))
                .requireStatus(200)
                .json();

        assertThat(counted.path("count").asInt()).isEqualTo(7);
    }

    @Test
    void exportsTheWholeListWithNothingInItThatASpreadsheetWouldRun() {
        owner.post("/api/v1/customers", Map.of("fullName", "=HYPERLINK(\"x\")", "phone", "+380671957002"))
                .requireStatus(201);

        var all = owner.get("/api/v1/customer-list/export.csv?columns=name,country&order=NAME&descending=false&rule="
                        + URLEncoder.encode(json(), StandardCharsets.UTF_8))
                .requireStatus(200)
                .text();
        var formula = owner.get("/api/v1/customer-list/export.csv?columns=name,phone&q=HYPERLINK")
                .requireStatus(200)
                .text();
        var unknown = owner.get("/api/v1/customer-list/export.csv?columns=shoe");

        assertThat(all.lines()).hasSize(8).startsWith("\uFEFFname,country", "Customer 1950001,San Marino");
        assertThat(formula).contains("\"'=HYPERLINK(\"\"x\"\")\",'+380671957002\r\n");
        assertThat(unknown.code()).isEqualTo("EXPORT_COLUMN_UNKNOWN");
    }

    @Test
    void ordersNamesFromTheBeginningWhenNothingIsSaid() {
        var view = Map.of("name", "By name", "columns", List.of("name", "attribute.nowhere"), "order", "NAME");

        var unknown = owner.post("/api/v1/customer-views", view);
        var kept = owner.post(
                        "/api/v1/customer-views",
                        Map.of("name", "By name", "columns", List.of("name"), "order", "NAME"))
                .requireStatus(201)
                .json();
        var newest = owner.post("/api/v1/customer-views", Map.of("name", "The newest", "columns", List.of("name")))
                .requireStatus(201)
                .json();
        for (var one : List.of(kept, newest))
            owner.delete("/api/v1/customer-views/" + one.path("id").asString()).requireStatus(204);

        assertThat(unknown.code()).isEqualTo("EXPORT_COLUMN_UNKNOWN");
        assertThat(kept.path("descending").asBoolean()).isFalse();
        assertThat(newest.path("descending").asBoolean()).isTrue();
        assertThat(page(Map.of("rule", FROM_SAN_MARINO, "order", "NAME"))
                        .path("items")
                        .path(0)
                        .path("name")
                        .asString())
                .isEqualTo("Customer 1950001");
    }

    @Test
    void keepsAViewUnderAName() {
        var view = Map.of("name", "From San Marino", "rule", FROM_SAN_MARINO, "columns", List.of("name", "city"));

        var kept = owner.post("/api/v1/customer-views", view).requireStatus(201).json();
        var again = owner.post("/api/v1/customer-views", view);
        var listed = owner.get("/api/v1/customer-views").requireStatus(200).json();
        owner.delete("/api/v1/customer-views/" + kept.path("id").asString()).requireStatus(204);
        var gone = owner.delete("/api/v1/customer-views/" + kept.path("id").asString());

        assertThat(again.code()).isEqualTo("VIEW_NAME_TAKEN");
        assertThat(listed.path("items")).contains(kept);
        assertThat(gone.code()).isEqualTo("VIEW_NOT_FOUND");
    }

    private static String json() {
        return "{\"kind\":\"field\",\"field\":\"COUNTRY\",\"check\":{\"operator\":\"IS\",\"values\":[\"San Marino\"]}}";
    }

    private List<String> names(String order, boolean descending) {
        var names = new ArrayList<String>();
        String after = null;
        do {
            var page = page(request(order, descending, after));
            page.path("items").forEach(item -> names.add(item.path("name").asString()));
            after = page.path("next").isNull() ? null : page.path("next").asString();
        } while (after != null);
        return names;
    }

    private static Map<String, Object> request(String order, boolean descending, @Nullable String after) {
        var request = new HashMap<String, Object>(
                Map.of("rule", FROM_SAN_MARINO, "order", order, "descending", descending, "limit", 2));
        if (after != null) request.put("after", after);
        return request;
    }

    private JsonNode page(Map<String, Object> request) {
        return owner.post("/api/v1/customer-list", request).requireStatus(200).json();
    }
}
