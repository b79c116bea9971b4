package regulars.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.select;
import static schema.collect.Tables.SUBJECT;
import static schema.customers.Tables.SOURCE;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import regulars.TestApp;
import regulars.TestClient;
import tools.jackson.databind.JsonNode;

/** A list kept by hand is used wherever a segment is. */
class SegmentListsApiTest {
    private final TestApp app = TestApp.running();
    private final TestClient owner = app.owner();

    @Test
    void takesPeopleByAnyKeyAndTellsTheRestBack() {
        var shop = new Shop(app.dsl());
        var now = app.clock().instant();
        var byId = shop.customer(1_960_001, "Listland", now);
        shop.customer(1_960_002, "Listland", now);
        person("listed-mail@example.com", "+380501960003");
        person("listed-phone@example.com", "+380501960004");
        app.dsl()
                .update(SUBJECT)
                .set(
                        SUBJECT.SPACE,
                        select(SOURCE.CODE).from(SOURCE).orderBy(SOURCE.ID).limit(1))
                .where(SUBJECT.NUMBER.eq(1_960_002L))
                .execute();
        var lines = byId
                + "\nc1960002;Anybody\n\"Somebody\",LISTED-mail@example.com\n+38 050 196 0004\nnobody@nowhere.example\n";

        var made = owner.post("/api/v1/segment-lists", Map.of("name", "Listed", "people", lines))
                .requireStatus(201)
                .json();
        var segment = made.path("segment").asString();
        var again = change(segment, "added", lines);

        assertThat(made.path("changed").asInt()).as(made.toString()).isEqualTo(4);
        assertThat(made.path("unknownLines").asInt()).isEqualTo(1);
        assertThat(made.path("unknown").get(0).path("line").asInt()).isEqualTo(5);
        assertThat(again.path("changed").asInt()).isZero();
        assertThat(again.path("unchanged").asInt()).isEqualTo(4);
        assertThat(inAnotherRule(segment)).isEqualTo(4);
        assertThat(change(segment, "removed", "listed-mail@example.com")
                        .path("changed")
                        .asInt())
                .isEqualTo(1);
        assertThat(inAnotherRule(segment)).isEqualTo(3);
        assertThat(owner.get("/api/v1/segments/" + segment)
                        .requireStatus(200)
                        .json()
                        .at("/segment/membership/size")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void putsNobodyOnARule() {
        var rule = Map.of("kind", "segment", "segment", "00000000-0000-7000-8000-000000000000", "member", true);
        var refused = owner.post("/api/v1/segments/preview", Map.of("rule", rule));
        var plain = Map.of(
                "kind", "field",
                "field", "COUNTRY",
                "check", Map.of("operator", "IS", "values", List.of("Listland")));
        var made = owner.post("/api/v1/segments", Map.of("name", "No list", "rule", plain))
                .requireStatus(201)
                .json();
        var path = "/api/v1/segments/" + made.path("id").asString() + "/people/added";

        assertThat(refused.code()).isEqualTo("RULE_SEGMENT_UNKNOWN");
        assertThat(owner.post(path, Map.of("people", "x")).code()).isEqualTo("SEGMENT_IS_NO_LIST");
    }

    private void person(String email, String phone) {
        owner.post("/api/v1/customers", Map.of("email", email, "phone", phone)).requireStatus(201);
    }

    private JsonNode change(String segment, String what, String lines) {
        return owner.post("/api/v1/segments/" + segment + "/people/" + what, Map.of("people", lines))
                .requireStatus(200)
                .json();
    }

    private int inAnotherRule(String segment) {
        var rule = Map.of("kind", "segment", "segment", segment, "member", true);
        return owner.post("/api/v1/segments/preview", Map.of("rule", rule))
                .requireStatus(200)
                .json()
                .path("total")
                .asInt();
    }
}
