package regulars.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static schema.customers.Tables.ATTRIBUTE;
import static schema.segments.Tables.SEGMENT;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import regulars.TestApp;
import regulars.TestClient;
import regulars.warehouse.Warehouse;
import tools.jackson.databind.JsonNode;

/** What arrives as a rule and is none: each is told where it is wrong, and nothing else is the worse for it. */
class RuleProblemsApiTest {
    private static final Map<String, Object> LEAF = Map.of(
            "kind", "field", "field", "COUNTRY", "check", Map.of("operator", "IS", "values", List.of("Atlantis")));

    private final TestApp app = TestApp.running();
    private final TestClient owner = app.owner();

    @Test
    void refusesTenThousandConditionsAtTheFirstOneTooMany() {
        var problem = refused(Map.of("kind", "any", "rules", Collections.nCopies(10_000, LEAF)), 422);

        assertThat(problem.path("code").asString()).isEqualTo("RULE_TOO_LARGE");
        assertThat(problem.path("field").asString()).isEqualTo("rule.rules[99]");
        assertThat(problem.path("params").path("limit").asInt()).isEqualTo(100);
    }

    /** A body of that size is not even read; a shorter one is, and the list is named. */
    @Test
    void refusesAListOfAMillion() {
        assertThat(owner.post("/api/v1/segments/preview", Map.of("rule", cityAmong(1_000_000)))
                        .code())
                .isEqualTo("BODY_TOO_LARGE");

        var problem = refused(Map.of("kind", "not", "rule", cityAmong(300_000)), 422);

        assertThat(problem.path("code").asString()).isEqualTo("RULE_LIST_TOO_LONG");
        assertThat(problem.path("field").asString()).isEqualTo("rule.rule.check.values");
    }

    private static Map<String, Object> cityAmong(int values) {
        var check = Map.of("operator", "IN", "values", Collections.nCopies(values, "x"));
        return Map.of("kind", "field", "field", "CITY", "check", check);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"kind":"sql","text":"drop table x"}                                              | FIELD_INVALID | rule
                    {"kind":"field","field":"SHOE","check":{"operator":"IS","values":["x"]}}          | FIELD_INVALID | rule.field
                    {"kind":"field","field":"CITY","check":{"operator":"LIKE","values":["x"]}}        | FIELD_INVALID | rule.check.operator
                    {"kind":"field","field":"CITY","check":{"operator":"IS","values":"x"}}            | FIELD_INVALID | rule.check.values
                    {"kind":"field","field":"CITY","check":{"operator":"IS","values":[{"a":1}]}}      | FIELD_INVALID | rule.check.values[0]
                    {"kind":"all","rules":{"kind":"not"}}                                             | FIELD_INVALID | rule.rules
                    {"kind":"field","field":"CITY","check":{"operator":"IS","values":["x"]},"or":[1]} | FIELD_UNKNOWN | rule.or
                    {"kind":"company","where":[],"roles":[],"reach":"ABOVE"}                          | FIELD_INVALID | rule.reach
                    {"kind":"segment","segment":"'; drop","member":true}                              | FIELD_INVALID | rule.segment
                    """)
    void saysWhereWhatCannotBeReadIs(String rule, String code, String field) {
        var problem = owner.post("/api/v1/segments/preview", "{\"rule\":" + rule + "}")
                .requireStatus(400)
                .json();

        assertThat(problem.path("code").asString()).isEqualTo(code);
        assertThat(problem.path("field").asString()).isEqualTo(field);
    }

    /** What is offered instead is what would be taken. */
    @Test
    void namesTheOperatorsAsTheyAreWritten() {
        var check = Map.of("operator", "is", "values", List.of("x"));

        var problem = refused(Map.of("kind", "field", "field", "CITY", "check", check), 400);

        assertThat(problem.path("detail").asString()).contains("use one of IS, IS_NOT");
    }

    @Test
    void namesFieldsChannelsAndOrdersAsTheyAreWritten() {
        var country = Map.of("kind", "field", "field", "country", "check", Map.of("operator", "KNOWN"));
        var channel = Map.of("kind", "reachable", "channel", "email", "purpose", "marketing");
        var order = Map.of("kind", "consent", "channel", "EMAIL", "purpose", "marketing", "standing", "GRANTED");

        assertThat(detail(Map.of("rule", country))).contains("use one of LANGUAGE, COUNTRY");
        assertThat(detail(Map.of("rule", channel))).contains("use one of EMAIL, SMS, PHONE");
        assertThat(detail(Map.of("rule", order))).contains("choose one of email, sms");
        assertThat(detail(Map.of("order", "name"))).contains("use one of NEWEST, NAME");
        assertThat(owner.get("/api/v1/customer-list/export.csv?order=name")
                        .requireStatus(400)
                        .json()
                        .path("detail")
                        .asString())
                .contains("use one of NEWEST, NAME");
    }

    /** A basket has something in it or is left out; what is not in it may be all that is asked. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"with":[],"without":[]}                         | RULE_INCOMPLETE | rule.basket
                    {"with":[{"brands":["x"]},{"categories":[]}]}    | RULE_INCOMPLETE | rule.basket.with[1]
                    {"without":[{}]}                                 | RULE_INCOMPLETE | rule.basket.without[0]
                    {"with":[{"brands":[""]}]}                       | RULE_VALUE_INVALID | rule.basket.with[0].brands
                    {"with":[{"products":["x"]}]}                    | FIELD_INVALID   | rule.basket.with[0].products[0]
                    {"with":{"brands":["x"]}}                        | FIELD_INVALID   | rule.basket.with
                    {"all":[{"brands":["x"]}]}                       | FIELD_UNKNOWN   | rule.basket.all
                    """)
    void saysWhichProductsOfABasketAreNone(String basket, String code, String field) {
        var problem = preview(basket).json();

        assertThat(problem.path("code").asString()).isEqualTo(code);
        assertThat(problem.path("field").asString()).isEqualTo(field);
    }

    @Test
    void refusesABasketWithTooMuchInIt() {
        var eleven = "[" + String.join(",", Collections.nCopies(11, "{\"brands\":[\"x\"]}")) + "]";
        var brands = String.join(",", Collections.nCopies(1001, "\"x\""));

        var tooMany = preview("{\"with\":" + eleven + "}").requireStatus(422).json();
        var tooLong = preview("{\"without\":[{\"brands\":[" + brands + "]}]}")
                .requireStatus(422)
                .json();

        assertThat(tooMany.path("code").asString()).isEqualTo("RULE_LIST_TOO_LONG");
        assertThat(tooMany.path("field").asString()).isEqualTo("rule.basket.with");
        assertThat(tooMany.path("params").path("limit").asInt()).isEqualTo(10);
        assertThat(tooLong.path("field").asString()).isEqualTo("rule.basket.without[0].brands");
        preview("{\"without\":[{\"brands\":[\"x'; --\"]}]}").requireStatus(200);
    }

    private TestClient.Answer preview(String basket) {
        var rule =
                "{\"kind\":\"orders\",\"measure\":\"COUNT\",\"check\":{\"operator\":\"AT_LEAST\",\"values\":[\"1\"]},"
                        + "\"window\":{\"days\":9},\"basket\":" + basket + "}";
        return owner.post("/api/v1/segments/preview", "{\"rule\":" + rule + "}");
    }

    private String detail(Map<String, Object> request) {
        return owner.post("/api/v1/customer-list", request)
                .json()
                .path("detail")
                .asString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\"b;--", "select", "'; drop table customers.customer", "Київ", "__proto__", "order by"})
    void takesAnyNameForANameOnly(String name) {
        var attribute =
                Map.of("kind", "attribute", "key", name, "check", Map.of("operator", "IS", "values", List.of(name)));
        var objects = Map.of(
                "kind",
                "objects",
                "type",
                name,
                "check",
                Map.of("operator", "AT_LEAST", "values", List.of("1")),
                "where",
                List.of());
        var test = Map.of("property", name, "type", "TEXT", "check", Map.of("operator", "IS", "values", List.of(name)));
        var events = Map.of(
                "kind",
                "events",
                "events",
                Map.of("type", name, "where", List.of(test)),
                "measure",
                "COUNT",
                "check",
                Map.of("operator", "AT_LEAST", "values", List.of("1")),
                "window",
                Map.of("days", 1));

        assertThat(refused(Map.of("kind", "all", "rules", List.of(LEAF, attribute)), 422)
                        .path("field")
                        .asString())
                .isEqualTo("rule.rules[1].key");
        assertThat(refused(objects, 422).path("field").asString()).isEqualTo("rule.type");
        assertThat(owner.post("/api/v1/segments/preview", Map.of("rule", events))
                        .requireStatus(200)
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
    }

    @Test
    void keepsAnAttributeThatARuleAsksAboutAndGoesOnWithoutOneThatIsGone() {
        var id = attribute("ruleproblem");
        var rule = Map.of(
                "kind", "attribute", "key", "ruleproblem", "check", Map.of("operator", "KNOWN", "values", List.of()));
        var asks = segment("Asks about an attribute", Map.of("kind", "not", "rule", rule));
        var other = segment("Asks about nothing of the kind", LEAF);

        var kept = owner.delete("/api/v1/attribute-definitions/" + id + "?values=0");
        app.dsl().deleteFrom(ATTRIBUTE).where(ATTRIBUTE.ID.eq(id)).execute();
        new Shop(app.dsl()).customer(1_970_001, "Atlantis", app.clock().instant());
        caughtUp();

        assertThat(kept.code()).isEqualTo("ATTRIBUTE_IN_USE");
        var shown = owner.get("/api/v1/segments/" + asks).requireStatus(200).json();
        var problem = refused(shown.at("/segment/rule"), 422);
        assertThat(problem.path("code").asString()).isEqualTo("RULE_ATTRIBUTE_UNKNOWN");
        assertThat(problem.path("field").asString()).isEqualTo("rule.rule.key");
        await(() -> size(other) == 1);
        assertThat(owner.get("/api/v1/segments/" + asks + "/members?limit=1").status())
                .isEqualTo(200);
        remove(asks, other);
    }

    @Test
    void keepsASegmentThatARuleAsksAboutAndGoesOnWithoutOneThatIsGone() {
        var asked = segment("Asked about", LEAF);
        var rule = Map.of(
                "kind", "all", "rules", List.of(LEAF, Map.of("kind", "segment", "segment", asked, "member", true)));
        var asks = segment("Asks about a segment", rule);

        var kept = owner.delete("/api/v1/segments/" + asked);
        app.dsl()
                .update(SEGMENT)
                .set(SEGMENT.DELETED_AT, app.clock().instant())
                .where(SEGMENT.ID.eq(UUID.fromString(asked)))
                .execute();
        await(() -> owner.post("/api/v1/segments/preview", Map.of("rule", rule)).status() == 422);
        var problem = refused(rule, 422);

        assertThat(kept.code()).isEqualTo("SEGMENT_IN_USE");
        assertThat(problem.path("code").asString()).isEqualTo("RULE_SEGMENT_UNKNOWN");
        assertThat(problem.path("field").asString()).isEqualTo("rule.rules[1].segment");
        assertThat(owner.get("/api/v1/segments/" + asks).status()).isEqualTo(200);
        assertThat(owner.get("/api/v1/segments?limit=200").status()).isEqualTo(200);
        remove(asks);
    }

    private JsonNode refused(Object rule, int status) {
        return owner.post("/api/v1/segments/preview", Map.of("rule", rule))
                .requireStatus(status)
                .json();
    }

    private int attribute(String key) {
        var wish = Map.of("label", Map.of("en", key), "purpose", "To be deleted");
        return owner.post("/api/v1/attribute-definitions", Map.of("key", key, "type", "TEXT", "wish", wish))
                .requireStatus(201)
                .json()
                .path("id")
                .asInt();
    }

    private String segment(String name, Map<String, ?> rule) {
        return owner.post("/api/v1/segments", Map.of("name", name, "rule", rule))
                .requireStatus(201)
                .json()
                .path("id")
                .asString();
    }

    private int size(String segment) {
        return owner.get("/api/v1/segments/" + segment)
                .requireStatus(200)
                .json()
                .at("/segment/membership/size")
                .asInt();
    }

    private void remove(String... segments) {
        for (String one : segments) owner.delete("/api/v1/segments/" + one).requireStatus(204);
    }

    private void caughtUp() {
        app.bean(Warehouse.class).barrier(Duration.ofSeconds(30));
    }

    private static void await(Supplier<Boolean> condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.get()) {
            assertThat(System.nanoTime()).as("still not so").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}
