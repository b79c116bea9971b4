package regulars.segments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import regulars.TestApp;
import regulars.TestClient;
import regulars.warehouse.Warehouse;
import tools.jackson.databind.JsonNode;

class PastApiTest {
    private static final Map<String, Object> BUYERS_FROM_PALAU = Map.of(
            "kind",
            "all",
            "rules",
            List.of(
                    Map.of(
                            "kind", "field",
                            "field", "COUNTRY",
                            "check", Map.of("operator", "IS", "values", List.of("Palau"))),
                    Map.of(
                            "kind",
                            "orders",
                            "measure",
                            "COUNT",
                            "check",
                            Map.of("operator", "AT_LEAST", "values", List.of("1")),
                            "window",
                            Map.of("days", 30))));
    private static final int EARLY = 1_900_201;
    private static final int LATE = 1_900_202;

    private final TestApp app = TestApp.running();
    private final TestClient owner = app.owner();

    /** One bought a hundred days ago, the other yesterday: each was in when the other was not. */
    @Test
    void tellsWhoWasInASegmentOnAPastDayAndWhy() {
        var now = app.clock().instant();
        var day = LocalDate.ofInstant(now.minus(Duration.ofDays(90)), ZoneOffset.UTC);
        var shop = new Shop(app.dsl());
        shop.customer(EARLY, "Palau", now);
        shop.customer(LATE, "Palau", now);
        shop.order(EARLY, now.minus(Duration.ofDays(100)), 5_000);
        shop.order(LATE, now.minus(Duration.ofDays(1)), 5_000);
        app.bean(Warehouse.class).barrier(Duration.ofSeconds(30));
        var made = owner.post("/api/v1/segments", Map.of("name", "Palau", "rule", BUYERS_FROM_PALAU))
                .requireStatus(201)
                .json();
        var path = "/api/v1/segments/" + made.path("id").asString();

        var past = get(path + "/past?day=" + day);
        var then = get(path + "/members?asOf=" + day).path("items");
        var entered = get(path + "/members?part=ENTERED&asOf=" + day).path("items");

        assertThat(past.path("customers").asInt()).isEqualTo(1);
        assertThat(past.path("entered").asInt()).isEqualTo(1);
        assertThat(past.path("left").asInt()).isEqualTo(1);
        assertThat(past.path("kept").asBoolean()).isFalse();
        assertThat(past.at("/knownToday/0").asString()).isEqualTo("0");
        assertThat(then.at("/0/name").asString()).isEqualTo("Customer " + EARLY);
        assertThat(entered.at("/0/name").asString()).isEqualTo("Customer " + LATE);
        var taken = owner.get(path + "/members/export.csv?part=LEFT&asOf=" + day);
        assertThat(taken.requireStatus(200).text())
                .contains("Customer " + EARLY)
                .doesNotContain("Customer " + LATE);

        var early = then.at("/0/id").asString();
        var wasIn = get(path + "/why/" + early + "?asOf=" + day);
        assertThat(wasIn.path("holds").asBoolean()).isTrue();
        assertThat(wasIn.at("/facts/0/facts").size()).isEqualTo(1);
        assertThat(wasIn.path("knownToday").size()).isEqualTo(1);
        var isOut = owner.post("/api/v1/segments/preview/why", Map.of("rule", BUYERS_FROM_PALAU, "customerId", early))
                .requireStatus(200)
                .json();
        assertThat(isOut.path("holds").asBoolean()).isFalse();
        assertThat(isOut.path("knownToday").size()).isZero();
        assertThat(isOut.path("answers").size()).isEqualTo(3);
        owner.delete(path).requireStatus(204);
    }

    private JsonNode get(String path) {
        return owner.get(path).requireStatus(200).json();
    }
}
