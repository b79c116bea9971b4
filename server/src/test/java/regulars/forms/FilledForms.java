package regulars.forms;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import regulars.TestApp;
import regulars.TestClient;
import tools.jackson.databind.json.JsonMapper;

/** Forms on the running product, made, opened and filled in as people and programs do. */
final class FilledForms {
    static final TestApp APP = TestApp.running();
    private static final Pattern TOKEN = Pattern.compile("data-token=\"([^\"]+)\"");

    private FilledForms() {}

    static Map<String, Object> field(String key, String kind, boolean required) {
        return field(key, kind, required, Map.of());
    }

    static Map<String, Object> field(String key, String kind, boolean required, Map<String, Object> more) {
        var field = new java.util.HashMap<String, Object>(Map.of(
                "key",
                key,
                "kind",
                kind,
                "label",
                Map.of("en", key),
                "hint",
                Map.of(),
                "required",
                required,
                "progressive",
                false,
                "options",
                List.of()));
        field.putAll(more);
        return field;
    }

    static Map<String, Object> box(String key, String purpose, String channel) {
        return Map.of(
                "key", key,
                "purpose", purpose,
                "channel", channel,
                "text", Map.of("en", "I agree to " + key),
                "required", false);
    }

    static Map<String, Object> definition(List<?> fields, List<?> boxes, Map<String, Object> more) {
        var definition = new java.util.HashMap<String, Object>(Map.of(
                "languages", List.of("en"),
                "title", Map.of("en", "News"),
                "intro", Map.of(),
                "button", Map.of("en", "Send"),
                "thanks", Map.of("en", "Thank you"),
                "fields", fields,
                "consents", boxes,
                "doubleOptIn", false,
                "sites", List.of("https://shop.example"),
                "theme", Map.of("accent", "#12766a", "mode", "auto")));
        definition.putAll(more);
        return definition;
    }

    /** Publishes the form; its id. */
    static UUID publish(String slug, Map<String, Object> definition) {
        var made = APP.owner()
                .post("/api/v1/forms", Map.of("slug", slug, "name", "Form " + slug, "draft", definition))
                .requireStatus(201);
        var id = made.json().path("id").asString();
        APP.owner().post("/api/v1/forms/" + id + "/publish", Map.of()).requireStatus(200);
        return UUID.fromString(id);
    }

    /** The token of a page that somebody has had open for long enough. */
    static String opened(String address) {
        var page = APP.stranger().get(address).requireStatus(200).text();
        var found = TOKEN.matcher(page);
        if (!found.find()) throw new AssertionError("no form in " + page);
        APP.clock().advance(Duration.ofSeconds(10));
        return found.group(1);
    }

    static String proof(String token) {
        int number = 0;
        while (!FormTicket.proves(token, Integer.toString(number), FormGuard.USUAL_BITS)) number++;
        return Integer.toString(number);
    }

    static Map<String, Object> body(String token, Map<String, ?> answers, String... boxes) {
        return new java.util.HashMap<>(Map.of(
                "token",
                token,
                "proof",
                proof(token),
                "trap",
                "",
                "language",
                "en",
                "answers",
                answers,
                "boxes",
                new ArrayList<>(List.of(boxes))));
    }

    static TestClient.Answer send(String slug, Object body) {
        return send(APP.stranger(), slug, body);
    }

    static TestClient.Answer send(TestClient client, String slug, Object body) {
        var text = body instanceof String raw ? raw : JsonMapper.shared().writeValueAsString(body);
        return client.send("POST", "/f/" + slug + "/submissions", BodyPublishers.ofString(text), "text/plain");
    }

    /** Fills in a fresh page. */
    static TestClient.Answer fill(String slug, Map<String, ?> answers, String... boxes) {
        return send(slug, body(opened("/f/" + slug), answers, boxes));
    }
}
