package regulars.segments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import regulars.TestApp;
import regulars.TestClient;
import regulars.warehouse.Warehouse;
import tools.jackson.databind.JsonNode;

/** What people put into one and the same order, from the orders to an answer of "why", and as it changes. */
class BasketRulesApiTest {
    private static final int ANNA = 1_971_001;
    private static final int BORYS = 1_971_002;
    private static final int CLARA = 1_971_003;

    private final TestApp app = TestApp.running();
    private final TestClient owner = app.owner();
    private final Shop shop = new Shop(app.dsl());
    private final Instant now = app.clock().instant();

    @Test
    void findsWhoBoughtThingsTogetherTellsWhichAndFollowsTheirOrders() {
        long beans = shop.product("Beans", "Pantry > Coffee", "Roaster");
        long mug = shop.product("Mug", "Kitchen", "Basketware");
        long decaf = shop.product("Decaf", "Pantry > Decaf", null);
        var anna = shop.customer(ANNA, "Basketland", now);
        var borys = shop.customer(BORYS, "Basketland", now);
        shop.customer(CLARA, "Basketland", now);
        long together = shop.basket(ANNA, now.minus(Duration.ofDays(2)), mug, beans, beans);
        shop.basket(ANNA, now.minus(Duration.ofDays(1)), beans);
        shop.basket(BORYS, now.minus(Duration.ofDays(2)), beans);
        shop.basket(BORYS, now.minus(Duration.ofDays(1)), mug);
        shop.basket(CLARA, now.minus(Duration.ofDays(2)), beans, mug, decaf);
        caughtUp();

        var segment = owner.post("/api/v1/segments", Map.of("name", "Coffee and a mug", "rule", rule("1")))
                .requireStatus(201)
                .json()
                .path("id")
                .asString();

        var she = why(segment, anna);
        assertThat(she.path("holds").asBoolean()).isTrue();
        assertThat(she.at("/facts/0/facts")).hasSize(1);
        assertThat(she.at("/facts/0/facts/0/products").toString()).isEqualTo("[\"Mug\",\"Beans\"]");
        assertThat(why(segment, borys).path("holds").asBoolean()).isFalse();
        assertThat(why(segment, borys).at("/answers/0/value").asString()).isEqualTo("0");
        assertThat(total(rule("1"))).isEqualTo(1);
        assertThat(total(rule("2"))).isZero();

        shop.line(together, 9, decaf);
        shop.basket(BORYS, now.minus(Duration.ofDays(3)), mug, beans);
        caughtUp();

        awaitOnly(segment, borys);
        owner.delete("/api/v1/segments/" + segment).requireStatus(204);
    }

    private static Map<String, Object> rule(String orders) {
        var basket = Map.of(
                "with",
                List.of(Map.of("categories", List.of("Pantry > Coffee")), Map.of("brands", List.of("basketware"))),
                "without",
                List.of(Map.of("categories", List.of("Pantry > Decaf"))));
        return Map.of(
                "kind",
                "orders",
                "measure",
                "COUNT",
                "check",
                Map.of("operator", "AT_LEAST", "values", List.of(orders)),
                "window",
                Map.of("days", 30),
                "basket",
                basket);
    }

    private JsonNode why(String segment, UUID customer) {
        return owner.get("/api/v1/segments/" + segment + "/why/" + customer)
                .requireStatus(200)
                .json();
    }

    private int total(Map<String, Object> rule) {
        return owner.post("/api/v1/segments/preview", Map.of("rule", rule))
                .requireStatus(200)
                .json()
                .path("total")
                .asInt();
    }

    private void awaitOnly(String segment, UUID member) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!members(segment).equals(List.of(member.toString()))) {
            assertThat(System.nanoTime()).as("members: " + members(segment)).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private List<String> members(String segment) {
        var members = owner.get("/api/v1/segments/" + segment + "/members?limit=9")
                .requireStatus(200)
                .json()
                .path("items");
        return members.valueStream().map(one -> one.path("id").asString()).toList();
    }

    private void caughtUp() {
        app.bean(Warehouse.class).barrier(Duration.ofSeconds(30));
    }
}
