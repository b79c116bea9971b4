package regulars.sources;

import static schema.collect.Tables.EVENT;
import static schema.collect.Tables.SUBJECT;
import static schema.customers.Tables.CUSTOMER;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.impl.DSL;
import regulars.TestApp;
import regulars.TestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Keys of one source, for a server and for a page, and what came in by them. */
final class TrackFixture {
    static final TestApp APP = TestApp.running();
    static final String SITE = "https://track.example.com";
    static final String KEY = key("Track shop", "server");
    static final String PAGE_KEY = key("Track shop", "browser");

    private TrackFixture() {}

    static String key(String name, String kind) {
        var wish = Map.of("name", name, "kind", kind, "permissions", List.of("events.write"), "origins", List.of(SITE));
        return APP.owner()
                .post("/api/v1/api-keys", wish)
                .requireStatus(201)
                .json()
                .path("key")
                .asString();
    }

    static TestClient client(String key) {
        return APP.stranger().with("Authorization", basic(key));
    }

    static String basic(String key) {
        return "Basic " + Base64.getEncoder().encodeToString((key + ":").getBytes(StandardCharsets.UTF_8));
    }

    static TestClient.Answer post(String path, String body) {
        return client(KEY).send("POST", path, BodyPublishers.ofString(body), "application/json");
    }

    static TestClient.Answer send(String path, byte[] body) {
        return client(KEY).send("POST", path, BodyPublishers.ofByteArray(body), "application/json");
    }

    static List<String> outcomes(TestClient.Answer answer) {
        return answer.requireStatus(200)
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("outcome").asString())
                .toList();
    }

    static String event(String messageId, Map<String, ?> members) {
        var node = JsonMapper.shared().valueToTree(members);
        ((ObjectNode) node).put("messageId", messageId);
        return node.toString();
    }

    static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    static Condition sentId(String messageId) {
        return DSL.condition("{0} ->> 'messageId' = {1}", EVENT.SENT, DSL.val(messageId));
    }

    static Record stored(String messageId) {
        return APP.dsl().selectFrom(EVENT).where(sentId(messageId)).fetchSingle();
    }

    static String subject(Record event) {
        var found = APP.dsl()
                .selectFrom(SUBJECT)
                .where(SUBJECT.NUMBER.eq(event.get(EVENT.SUBJECT_NUMBER)))
                .fetchSingle();
        return found.getKind() + " " + found.getSpace() + " " + found.getValue();
    }

    static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    static void await(String email) {
        var deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!APP.dsl().fetchExists(CUSTOMER, CUSTOMER.EMAIL.eq(email))) {
            if (System.nanoTime() > deadline) throw new AssertionError("nobody of " + email);
            APP.bean(TraitIntake.class).run();
        }
    }
}
