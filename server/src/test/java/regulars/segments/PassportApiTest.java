package regulars.segments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import regulars.TestApp;
import regulars.TestClient;
import regulars.warehouse.Warehouse;

class PassportApiTest {
    private final TestApp app = TestApp.running();
    private final TestClient owner = app.owner();

    @Test
    void keepsEveryVersionOfWhatASegmentIsFor() {
        var path = "/api/v1/segments/" + segment("Passport of Fiji", "Fiji");
        var first = passport(Map.of("goal", "CHURN", "kpi", "REVENUE", "plan", plan("2026-11-01")));

        assertThat(owner.get(path + "/passport").json().path("version").asInt()).isZero();
        var made = owner.put(path + "/passport", Map.of("version", 0, "passport", first))
                .requireStatus(200)
                .json();
        assertThat(made.at("/passport/persona").asString()).isEqualTo("Divers");
        assertThat(made.path("by").asString()).isNotEmpty();
        var late = owner.put(path + "/passport", Map.of("version", 0, "passport", passport(Map.of())));
        assertThat(late.requireStatus(409).json().path("code").asString()).isEqualTo("PASSPORT_CHANGED");
        var wrong = Map.of("version", 1, "passport", passport(Map.of("plan", plan("2026-11-02"))));
        assertThat(owner.put(path + "/passport", wrong)
                        .requireStatus(422)
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("PLAN_INVALID");
        var stranger = passport(Map.of("owner", "00000000-0000-7000-8000-000000000001"));
        owner.put(path + "/passport", Map.of("version", 1, "passport", stranger))
                .requireStatus(422);
        owner.put(path + "/passport", Map.of("version", 1, "passport", passport(Map.of("needs", "Air"))))
                .requireStatus(200);

        var kept = owner.get(path + "/passports").requireStatus(200).json().path("items");
        assertThat(kept.size()).isEqualTo(2);
        assertThat(kept.get(0).at("/passport/needs").asString()).isEqualTo("Air");
        assertThat(kept.get(1).at("/passport/plan/0/value").asLong()).isEqualTo(500);
        var months =
                owner.get(path + "/kpi?kpi=ORDERS").requireStatus(200).json().path("months");
        assertThat(months.size()).isEqualTo(12);
    }

    @Test
    void ranksByRevenueOfAYear() {
        var now = app.clock().instant();
        var shop = new Shop(app.dsl());
        shop.customer(1_900_101, "Samoa", now);
        shop.order(1_900_101, now.minus(Duration.ofDays(364)), 7_000_000);
        shop.order(1_900_101, now.minus(Duration.ofDays(367)), 90_000_000);
        app.bean(Warehouse.class).barrier(Duration.ofSeconds(30));
        var id = segment("Ranked Samoa", "Samoa");

        var ranked =
                owner.get("/api/v1/segment-ranking").requireStatus(200).json().path("items");

        for (var one : ranked) {
            if (!one.path("id").asString().equals(id)) continue;
            assertThat(one.path("customers").asInt()).isEqualTo(1);
            assertThat(one.at("/revenue/minor").asLong()).isEqualTo(7_000_000);
            assertThat(one.path("monthAgo").isNull()).isTrue();
            assertThat(one.path("weeks").size()).isEqualTo(1);
            return;
        }
        throw new AssertionError("it is not ranked: " + ranked);
    }

    @Test
    void movesSeveralToAFolderAndBack() {
        var one = segment("Placed Tonga", "Tonga");
        var other = segment("Placed Nauru", "Nauru");
        var wanted = List.of(place(one, " Islands ", "far", "far"), place(other, "Islands", "small"));

        var before = owner.put("/api/v1/segment-places", Map.of("items", wanted))
                .requireStatus(200)
                .json();

        assertThat(before.at("/items/0/folder").isNull()).isTrue();
        assertThat(listed("?folder=Islands")).containsExactlyInAnyOrder(other, one);
        assertThat(listed("?tag=far")).containsExactly(one);
        assertThat(listed("?search=SMALL")).containsExactly(other);
        var shelf = owner.get("/api/v1/segment-shelf").requireStatus(200).json();
        assertThat(shelf.path("folders").toString()).contains("{\"name\":\"Islands\",\"segments\":2}");
        owner.put("/api/v1/segment-places", before).requireStatus(200);
        assertThat(listed("?folder=Islands")).isEmpty();
        var tooLong = List.of(place(one, "x".repeat(61)));
        assertThat(owner.put("/api/v1/segment-places", Map.of("items", tooLong))
                        .requireStatus(422)
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("FOLDER_NAME_INVALID");
    }

    private List<String> listed(String query) {
        return owner.get("/api/v1/segments" + query)
                .requireStatus(200)
                .json()
                .path("items")
                .findValuesAsString("id");
    }

    private static Map<String, Object> passport(Map<String, Object> said) {
        var passport = new HashMap<String, Object>(
                Map.of("persona", " Divers ", "needs", "", "incentive", "", "playbook", "", "plan", List.of()));
        passport.putAll(said);
        return passport;
    }

    private static Map<String, @Nullable Object> place(String id, String folder, String... tags) {
        var place = new HashMap<String, @Nullable Object>();
        place.put("id", id);
        place.put("folder", folder);
        place.put("tags", Arrays.asList(tags));
        return place;
    }

    private static List<Map<String, Object>> plan(String month) {
        return List.of(Map.of("month", month, "value", 500));
    }

    private String segment(String name, String country) {
        var check = Map.of("operator", "IS", "values", List.of(country));
        Map<String, Object> rule = Map.of("kind", "field", "field", "COUNTRY", "check", check);
        return owner.post("/api/v1/segments", Map.of("name", name, "rule", rule))
                .requireStatus(201)
                .json()
                .path("id")
                .asString();
    }
}
