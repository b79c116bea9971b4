package regulars.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import regulars.TestApp;
import regulars.TestClient;

class NotesAndTagsApiTest {
    private static int people;

    private final TestApp app = TestApp.running();
    private final TestClient owner = app.owner();

    @Test
    void keepsANoteOnTheTimelineAndTakesItAwayAndBack() {
        var path = added();

        var note = owner.post(path + "/notes", Map.of("body", " Prefers the phone "))
                .requireStatus(201)
                .json()
                .path("id")
                .asString();
        var shown = owner.get(path + "/timeline?kind=note&q=phone").json().path("items");
        var empty = owner.post(path + "/notes", Map.of("body", " "));
        owner.delete(path + "/notes/" + note).requireStatus(204);
        var hidden = owner.get(path + "/timeline?kind=note").json().path("items");
        var foreign = owner.post(added() + "/notes/" + note + "/restore", Map.of());
        owner.post(path + "/notes/" + note + "/restore", Map.of()).requireStatus(204);

        assertThat(shown.get(0).path("data").path("body").asString()).isEqualTo("Prefers the phone");
        assertThat(empty.code()).isEqualTo("NOTE_INVALID");
        assertThat(hidden).isEmpty();
        assertThat(foreign.code()).isEqualTo("NOTE_NOT_FOUND");
        assertThat(owner.get(path + "/timeline?kind=note").json().path("items")).hasSize(1);
    }

    @Test
    void marksPeopleWithWordsThatSegmentsMayAskFor() {
        var path = added();
        added();

        var key = tag(path, "Свой человек");
        var again = tag(path, "свой человек");
        var edits = owner.get(path + "/timeline?kind=edit&q=" + key).json().path("items");
        var found = owner.post("/api/v1/customer-list", Map.of("rule", tagged(key)))
                .requireStatus(200)
                .json();
        var removed = owner.delete(path + "/tags/" + key);
        var unknown = owner.delete(path + "/tags/tag_never_seen");
        var left = owner.post("/api/v1/customer-list", Map.of("rule", tagged(key)))
                .requireStatus(200)
                .json();

        assertThat(again).isEqualTo(key);
        assertThat(edits).hasSize(1);
        assertThat(tag(path, "VIP")).isEqualTo("tag_vip");
        assertThat(found.path("items")).hasSize(1);
        assertThat(removed.status()).isEqualTo(204);
        assertThat(unknown.code()).isEqualTo("TAG_UNKNOWN");
        assertThat(left.path("items")).isEmpty();
    }

    private String tag(String path, String name) {
        return owner.post(path + "/tags", Map.of("name", name))
                .requireStatus(201)
                .json()
                .path("key")
                .asString();
    }

    private static Map<String, Object> tagged(String key) {
        return Map.of("kind", "attribute", "key", key, "check", Map.of("operator", "IS", "values", List.of("true")));
    }

    private String added() {
        var person = Map.of("fullName", "Ann", "email", "noted" + ++people + "@example.com");
        return "/api/v1/customers/"
                + owner.post("/api/v1/customers", person)
                        .requireStatus(201)
                        .json()
                        .path("id")
                        .asString();
    }
}
