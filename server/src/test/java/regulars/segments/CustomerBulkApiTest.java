package regulars.segments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import regulars.TestApp;
import regulars.TestClient;
import regulars.work.JobState;
import regulars.work.Jobs;
import tools.jackson.databind.JsonNode;

class CustomerBulkApiTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static int people;

    private final TestApp app = TestApp.running();
    private final TestClient owner = app.owner();

    @Test
    void countsThenSetsAFieldAndGivesBackWhatNobodyChangedSince() {
        var kyiv = added("Kyiv");
        var nowhere = added("");
        var already = added("Lviv");
        var asked = change(List.of(kyiv, nowhere, already), "field", "city", " Lviv ");
        asked.put("ids", List.of(kyiv, nowhere, already, UUID.randomUUID().toString()));

        var outlook = outlook(asked);
        var untouched = city(kyiv);
        var done = made(asked);
        var cities = List.of(city(kyiv), city(nowhere), city(already));
        owner.patch("/api/v1/customers/" + kyiv, Map.of("city", "Odesa")).requireStatus(200);
        var undone = undone(done);
        var twice = owner.post(path(done) + "/undo", Map.of());

        assertThat(figures(outlook, "total", "changing", "same", "gone")).containsExactly(4, 2, 1, 1);
        assertThat(untouched).isEqualTo("Kyiv");
        assertThat(figures(done, "total", "changed", "same", "gone")).containsExactly(3, 2, 1, 0);
        assertThat(cities).containsOnly("Lviv");
        assertThat(figures(undone, "restored", "changedSince")).containsExactly(1, 1);
        assertThat(List.of(city(kyiv), city(nowhere), city(already))).containsExactly("Odesa", "", "Lviv");
        assertThat(twice.code()).isEqualTo("BULK_UNDONE");
    }

    @Test
    void tagsAllThatAFilterFindsAndTakesTheTagOff() {
        var town = "Bulktown";
        var first = added(town);
        var second = added(town);
        added("Elsewhere");
        var asked =
                new HashMap<String, Object>(Map.of("rule", from(town), "kind", "tag_added", "value", "Bulk friends"));

        var outlook = outlook(asked);
        var done = made(asked);
        var key = done.path("key").asString();
        var tagged = owner.post("/api/v1/customer-list/count", Map.of("rule", tagged(key)))
                .requireStatus(200)
                .json()
                .path("count")
                .asInt();
        var off = made(change(List.of(first), "tag_removed", key, ""));
        var offUndone = undone(off);
        undone(done);

        assertThat(figures(outlook, "total", "changing")).containsExactly(2, 2);
        assertThat(tagged).isEqualTo(2);
        assertThat(figures(off, "changed")).containsExactly(1);
        assertThat(figures(offUndone, "restored")).containsExactly(1);
        assertThat(card(second).path("attributes").has(key)).isFalse();
        assertThat(card(first).path("attributes").has(key)).isTrue(); // taken off and given back: said since
    }

    @Test
    void withdrawsConsentsWithAReasonAndNeverGrantsAny() {
        var granted = added("Kyiv");
        var silent = added("Kyiv");
        owner.post(
                        "/api/v1/customers/" + granted + "/consents",
                        Map.of("channel", "email", "action", "granted", "note", "asked at the till"))
                .requireStatus(201);
        app.clock().advance(Duration.ofSeconds(1));
        var asked = change(List.of(granted, silent), "consent_withdrawn", "email", "");

        var unexplained = owner.post("/api/v1/customer-list/changes", asked);
        asked.put("note", "the shop of Kyiv was sold");
        var done = made(asked);
        var after = List.of(standing(granted), standing(silent));
        app.clock().advance(Duration.ofSeconds(1));
        var undone = undone(done);
        var evidence =
                owner.get("/api/v1/customers/" + silent + "/consents").json().path("evidence");

        assertThat(unexplained.code()).isEqualTo("CONSENT_NOTE_MISSING");
        assertThat(after).containsOnly("WITHDRAWN");
        assertThat(figures(undone, "restored", "changedSince")).containsExactly(2, 0);
        assertThat(List.of(standing(granted), standing(silent))).containsExactly("GRANTED", "ABSENT");
        assertThat(evidence.get(0).path("action").asString()).isEqualTo("undone");
    }

    @Test
    void takesAddressesOutOfUseAndBringsThemBack() {
        var reached = added("Kyiv");
        var address = card(reached).path("email").asString();

        var done = made(change(List.of(reached), "contact_invalid", "email", ""));
        var without = card(reached).path("email");
        var again = outlook(change(List.of(reached), "contact_invalid", "email", ""));
        var undone = undone(done);

        assertThat(figures(done, "changed")).containsExactly(1);
        assertThat(without.asString("")).isEmpty();
        assertThat(figures(again, "changing", "same")).containsExactly(0, 1);
        assertThat(figures(undone, "restored")).containsExactly(1);
        assertThat(card(reached).path("email").asString()).isEqualTo(address);
        assertThat(refused(change(List.of(reached), "contact_invalid", "name", "")))
                .isEqualTo("BULK_FIELD_UNKNOWN");
    }

    @Test
    void putsPeopleOnANewListAndTakesThemOffAgain() {
        var first = added("Kyiv");
        var second = added("Kyiv");
        var guests = change(List.of(first, second), "list_added", "", "Guests of May");

        var counted = outlook(guests);
        var done = made(guests);
        var list = done.path("key").asString();
        var again = outlook(change(List.of(first), "list_added", list, ""));
        var undone = undone(done);

        assertThat(figures(counted, "changing")).containsExactly(2);
        assertThat(figures(done, "changed")).containsExactly(2);
        assertThat(figures(again, "changing", "same")).containsExactly(0, 1);
        assertThat(figures(undone, "restored")).containsExactly(2);
        assertThat(figures(outlook(change(List.of(first), "list_added", list, "")), "changing"))
                .containsExactly(1);
        assertThat(refused(guests)).isEqualTo("SEGMENT_NAME_TAKEN");
        assertThat(refused(change(List.of(first), "list_added", "no list", ""))).isEqualTo("SEGMENT_NOT_FOUND");
    }

    @Test
    void refusesWhatCannotBeGivenToMany() {
        var somebody = List.of(added("Kyiv"));

        assertThat(refused(change(somebody, "field", "email", "a@example.com"))).isEqualTo("BULK_FIELD_UNKNOWN");
        assertThat(refused(change(somebody, "field", "country", "Nowhere"))).isEqualTo("COUNTRY_UNKNOWN");
        assertThat(refused(change(somebody, "consent_granted", "email", ""))).isEqualTo("BULK_KIND_UNKNOWN");
        assertThat(refused(change(somebody, "tag_removed", "tag_nobody_has", "")))
                .isEqualTo("TAG_UNKNOWN");
        assertThat(refused(change(List.of(UUID.randomUUID().toString()), "field", "city", "Kyiv")))
                .isEqualTo("BULK_NOBODY");
    }

    private String refused(Map<String, Object> asked) {
        return String.valueOf(owner.post("/api/v1/customer-list/changes", asked).code());
    }

    private JsonNode outlook(Map<String, Object> asked) {
        return owner.post("/api/v1/customer-list/changes/outlook", asked)
                .requireStatus(200)
                .json();
    }

    private JsonNode made(Map<String, Object> asked) {
        var started = owner.post("/api/v1/customer-list/changes", asked)
                .requireStatus(201)
                .json();
        return ended(started);
    }

    private JsonNode undone(JsonNode change) {
        return ended(
                owner.post(path(change) + "/undo", Map.of()).requireStatus(201).json());
    }

    private JsonNode ended(JsonNode started) {
        var job =
                app.bean(Jobs.class).await(UUID.fromString(started.path("jobId").asString()), PATIENCE);
        assertThat(job.state()).as("%s", job.problem()).isEqualTo(JobState.DONE);
        return owner.get(path(started)).requireStatus(200).json();
    }

    private static String path(JsonNode change) {
        return "/api/v1/customer-changes/" + change.path("id").asString();
    }

    private static List<Integer> figures(JsonNode node, String... names) {
        return List.of(names).stream().map(name -> node.path(name).asInt()).toList();
    }

    private static Map<String, Object> change(List<String> ids, String kind, String key, String value) {
        return new HashMap<>(Map.of("ids", ids, "kind", kind, "key", key, "value", value));
    }

    private static Map<String, Object> from(String city) {
        return Map.of("kind", "field", "field", "CITY", "check", Map.of("operator", "IS", "values", List.of(city)));
    }

    private static Map<String, Object> tagged(String key) {
        return Map.of("kind", "attribute", "key", key, "check", Map.of("operator", "IS", "values", List.of("true")));
    }

    private JsonNode card(String id) {
        return owner.get("/api/v1/customers/" + id).requireStatus(200).json();
    }

    private String city(String id) {
        return card(id).path("city").asString("");
    }

    private String standing(String id) {
        for (JsonNode one :
                owner.get("/api/v1/customers/" + id + "/consents").json().path("standings")) {
            boolean wanted = one.path("channel").asString().equals("email")
                    && one.path("purpose").asString().equals("marketing");
            if (wanted) return one.path("standing").asString();
        }
        return "";
    }

    private String added(String city) {
        var person = Map.of("fullName", "Bulk", "email", "bulk" + ++people + "@example.com", "city", city);
        return owner.post("/api/v1/customers", person)
                .requireStatus(201)
                .json()
                .path("id")
                .asString();
    }
}
