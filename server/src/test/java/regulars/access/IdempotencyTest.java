package regulars.access;

import static org.assertj.core.api.Assertions.assertThat;
import static schema.access.Tables.API_KEY;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import regulars.TestApp;
import regulars.TestClient;

class IdempotencyTest {
    private static final TestApp APP = TestApp.running();

    private final String name = "key " + UUID.randomUUID();

    @Test
    void createsOnceAndAnswersTheSameAgain() {
        var client = keyed(UUID.randomUUID().toString());

        var first = client.post("/api/v1/api-keys", Map.of("name", name, "permissions", List.of("jobs.read")))
                .requireStatus(201);
        var second = client.post("/api/v1/api-keys", Map.of("name", name, "permissions", List.of("jobs.read")))
                .requireStatus(201);

        assertThat(second.text()).isEqualTo(first.text());
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void refusesAKeyForAnotherBody() {
        var client = keyed(UUID.randomUUID().toString());
        client.post("/api/v1/api-keys", Map.of("name", name, "permissions", List.of("jobs.read")))
                .requireStatus(201);

        var other =
                client.post("/api/v1/api-keys", Map.of("name", name + " changed", "permissions", List.of("jobs.read")));

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void keepsNoRefusalSoThatACorrectedRequestPasses() {
        var client = keyed(UUID.randomUUID().toString());

        assertThat(client.post("/api/v1/api-keys", Map.of("name", "", "permissions", List.of("jobs.read")))
                        .status())
                .isEqualTo(422);
        client.post("/api/v1/api-keys", Map.of("name", name, "permissions", List.of("jobs.read")))
                .requireStatus(201);

        assertThat(count()).isEqualTo(1);
    }

    @Test
    void createsOnceWhenSentSideBySide() {
        var key = UUID.randomUUID().toString();
        APP.owner();

        var answers = IntStream.range(0, 8)
                .mapToObj(any -> CompletableFuture.supplyAsync(() -> keyed(key)
                        .post("/api/v1/api-keys", Map.of("name", name, "permissions", List.of("jobs.read")))
                        .status()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).contains(201).isSubsetOf(201, 409);
        assertThat(count()).isEqualTo(1);
    }

    private static TestClient keyed(String key) {
        return APP.owner().with("Idempotency-Key", key);
    }

    private int count() {
        return APP.dsl().fetchCount(API_KEY, API_KEY.NAME.startsWith(name));
    }
}
