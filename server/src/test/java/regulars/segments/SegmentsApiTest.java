package regulars.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static schema.channels.Tables.MESSAGE;
import static schema.channels.Tables.SENDING;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import regulars.TestApp;
import regulars.TestClient;
import regulars.warehouse.Warehouse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SegmentsApiTest {
    private static final Map<String, Object> FROM_MALTA =
            Map.of("kind", "field", "field", "COUNTRY", "check", Map.of("operator", "IS", "values", List.of("Malta")));

    private final TestApp app = TestApp.running();
    private final TestClient owner = app.owner();

    /** Each can be taken over as it is, and the count beside it is the rule's own. */
    @Test
    void offersExamplesThatHold() {
        var items =
                owner.get("/api/v1/segments/gallery").requireStatus(200).json().path("items");

        assertThat(items.size()).isGreaterThanOrEqualTo(8);
        for (var example : items) {
            var preview = owner.post("/api/v1/segments/preview", Map.of("rule", example.path("rule")))
                    .requireStatus(200)
                    .json();
            assertThat(preview.path("total").asInt())
                    .as(example.path("key").asString())
                    .isEqualTo(example.path("customers").asInt());
        }
    }

    @Test
    void leadsFromARuleToItsPeopleAndBack() {
        var shop = new Shop(app.dsl());
        var person = shop.customer(1_900_001, "Malta", app.clock().instant());
        shop.customer(1_900_002, "Malta", app.clock().instant());
        // PostgreSQL rounds nanoseconds up, so that an order of this very moment may be one of the next.
        shop.order(1_900_001, app.clock().instant().minusSeconds(60), 12_345);
        app.bean(Warehouse.class).barrier(Duration.ofSeconds(30));

        var preview = owner.post("/api/v1/segments/preview", Map.of("rule", FROM_MALTA))
                .requireStatus(200)
                .json();
        var panel = panel(FROM_MALTA);
        var made = owner.post("/api/v1/segments", Map.of("name", "Malta", "rule", FROM_MALTA))
                .requireStatus(201)
                .json();
        var path = "/api/v1/segments/" + made.path("id").asString();
        var first = owner.get(path + "/members?limit=1").requireStatus(200).json();
        var second = owner.get(
                        path + "/members?limit=1&after=" + first.path("next").asString())
                .requireStatus(200)
                .json();
        var why = owner.get(path + "/why/" + person).requireStatus(200).json();
        var card = owner.get("/api/v1/customers/" + person + "/segments")
                .requireStatus(200)
                .json();

        assertThat(preview.path("total").asInt()).isEqualTo(2);
        assertThat(panel.propertyNames())
                .containsExactly("total", "counts", "waterfall", "reach", "money", "sample", "months");
        assertThat(panel.path("total").path("total").asInt()).isEqualTo(2);
        assertThat(panel.path("money").at("/lastYear/revenue/minor").asLong()).isEqualTo(12_345);
        assertThat(panel.path("sample").path("people").size()).isEqualTo(2);
        assertThat(made.path("membership").path("size").asInt()).isEqualTo(2);
        assertThat(first.path("items").get(0).path("name").asString()).isEqualTo("Customer 1900001");
        assertThat(second.path("items").get(0).path("name").asString()).isEqualTo("Customer 1900002");
        assertThat(why.path("holds").asBoolean()).isTrue();
        assertThat(why.path("answers").get(0).path("value").asString()).isEqualTo("Malta");
        assertThat(card.path("items").get(0).path("name").asString()).isEqualTo("Malta");
        var asked = "?segments=" + made.path("id").asString();
        assertThat(owner.get("/api/v1/segment-overlap" + asked)
                        .requireStatus(200)
                        .json()
                        .path("any")
                        .asInt())
                .isEqualTo(2);
        assertThat(owner.get("/api/v1/segment-flow" + asked)
                        .requireStatus(200)
                        .json()
                        .path("moves")
                        .size())
                .isEqualTo(1);
        var versions = owner.get(path + "/versions").requireStatus(200).json().path("items");
        assertThat(versions.size()).isEqualTo(1);
        assertThat(versions.get(0).path("by").asString()).isNotEmpty();
        owner.delete(path).requireStatus(204);
        owner.get(path).requireStatus(404);
        owner.post(path + "/restore", Map.of()).requireStatus(200);
        owner.delete(path).requireStatus(204);
    }

    private JsonNode panel(Map<String, Object> rule) {
        var parts = JsonMapper.shared().createObjectNode();
        owner.post("/api/v1/segments/preview/panel", Map.of("rule", rule))
                .requireStatus(200)
                .text()
                .lines()
                .filter(line -> !line.isEmpty())
                .map(JsonMapper.shared()::readTree)
                .forEach(part -> parts.set(part.path("part").asString(), part));
        return parts;
    }

    @Test
    void saysWhichPartOfARuleIsWrong() {
        var wrong = Map.of("kind", "all", "rules", List.of(FROM_MALTA, Map.of("kind", "any", "rules", List.of())));

        var problem = owner.post("/api/v1/segments/preview", Map.of("rule", wrong))
                .requireStatus(422)
                .json();

        assertThat(problem.path("code").asString()).isEqualTo("RULE_EMPTY");
        assertThat(problem.path("field").asString()).isEqualTo("rule.rules[1]");
    }

    /** A parser stops long before a tree of 200 groups ends; the caller is told where. */
    @Test
    void saysWhereARuleGetsTooDeepForTheParserItself() {
        var deep = "{\"kind\":\"not\",\"rule\":".repeat(200) + "null" + "}".repeat(200);

        var problem = owner.post("/api/v1/segments/preview/panel", "{\"rule\":" + deep + "}")
                .requireStatus(400)
                .json();

        assertThat(problem.path("code").asString()).isEqualTo("BODY_UNREADABLE");
        assertThat(problem.path("field").asString()).startsWith("rule.rule.rule");
    }

    @Test
    void asksAboutMessagesAsAboutAnyEvent() {
        var now = app.clock().instant();
        new Shop(app.dsl()).customer(1_900_011, "Gozo", now);
        var sending = new UUID(0x7000L, 1_900_011);
        app.dsl()
                .insertInto(SENDING)
                .set(SENDING.ID, sending)
                .set(SENDING.KIND, "campaign")
                .set(SENDING.NAME, "Gozo")
                .set(SENDING.PURPOSE_CODE, "marketing")
                .set(SENDING.DELIVERY, "at_least_once")
                .set(SENDING.STATE, "finished")
                .set(SENDING.MAIL_DOMAIN, "shop.example")
                .set(SENDING.CREATED_AT, now)
                .set(SENDING.STATE_AT, now)
                .execute();
        app.dsl()
                .insertInto(MESSAGE)
                .set(MESSAGE.ID, sending)
                .set(MESSAGE.SENDING_ID, sending)
                .set(MESSAGE.CUSTOMER_NUMBER, 1_900_011)
                .set(MESSAGE.SUBJECT_NUMBER, 1_900_011L)
                .set(MESSAGE.STATE, "accepted")
                .set(MESSAGE.QUEUED_AT, now)
                .set(MESSAGE.HANDED_OVER_AT, now)
                .execute();
        app.bean(Warehouse.class).barrier(Duration.ofSeconds(30));

        var got = counted("message.sent", sending.toString());
        var opened = counted("message.opened", sending.toString());
        var forPurpose = counted("message.sent", "purpose", "marketing");
        var forAnother = counted("message.sent", "purpose", "service");
        var vocabulary =
                owner.get("/api/v1/segments/vocabulary").requireStatus(200).json();

        assertThat(got).isEqualTo(1);
        assertThat(opened).isZero();
        assertThat(forPurpose).isPositive();
        assertThat(forAnother).isZero();
        assertThat(vocabulary.path("events").findValuesAsString("type")).contains("message.sent", "message.clicked");
    }

    private int counted(String type, String campaign) {
        return counted(type, "campaign", campaign);
    }

    private int counted(String type, String property, String value) {
        var such = Map.of(
                "property", property, "type", "TEXT", "check", Map.of("operator", "IS", "values", List.of(value)));
        Map<String, Object> rule = Map.of(
                "kind", "events",
                "events", Map.of("type", type, "where", List.of(such)),
                "measure", "COUNT",
                "check", Map.of("operator", "AT_LEAST", "values", List.of("1")),
                "window", Map.of("days", 1));
        return owner.post("/api/v1/segments/preview", Map.of("rule", rule))
                .requireStatus(200)
                .json()
                .path("total")
                .asInt();
    }

    @Test
    void offersTheWordsThatRulesMayUse() {
        var vocabulary =
                owner.get("/api/v1/segments/vocabulary").requireStatus(200).json();

        assertThat(vocabulary.path("purposes").get(0).path("code").asString()).isEqualTo("marketing");
        assertThat(vocabulary.path("statuses").get(0).path("name").path("uk").asString())
                .isNotEmpty();
    }

    @Test
    void showsTheBaseAndBothGrids() {
        var overview = owner.get("/api/v1/insight/overview?days=30&activeDays=90")
                .requireStatus(200)
                .json();
        var rfm = owner.get("/api/v1/insight/rfm").requireStatus(200).json();
        var matrix = owner.get("/api/v1/insight/matrix").requireStatus(200).json();

        assertThat(overview.path("months").size()).isEqualTo(24);
        assertThat(rfm.path("cells").size()).isEqualTo(25);
        assertThat(matrix.path("cells").size()).isEqualTo(9);
    }
}
