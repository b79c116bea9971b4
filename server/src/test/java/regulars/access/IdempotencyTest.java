package regulars.access;

import static org.assertj.core.api.Assertions.assertThat;
import static schema.access.Tables.API_KEY;
import static schema.access.Tables.AUDIT_ENTRY;
import static schema.customers.Tables.COMPANY;

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

        var first = client.post("/api/v1/companies", Map.of("name", name)).requireStatus(201);
        var second = client.post("/api/v1/companies", Map.of("name", name)).requireStatus(201);

        assertThat(second.text()).isEqualTo(first.text());
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void refusesAKeyForAnotherBody() {
        var client = keyed(UUID.randomUUID().toString());
        client.post("/api/v1/companies", Map.of("name", name)).requireStatus(201);

        var other = client.post("/api/v1/companies", Map.of("name", name + " changed"));

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void keepsNoRefusalSoThatACorrectedRequestPasses() {
        var client = keyed(UUID.randomUUID().toString());

        assertThat(client.post("/api/v1/companies", Map.of("name", "")).status())
                .isEqualTo(422);
        client.post("/api/v1/companies", Map.of("name", name)).requireStatus(201);

        assertThat(count()).isEqualTo(1);
    }

    @Test
    void createsOnceWhenSentSideBySide() {
        var key = UUID.randomUUID().toString();
        APP.owner();

        var answers = IntStream.range(0, 8)
                .mapToObj(any -> CompletableFuture.supplyAsync(() -> keyed(key)
                        .post("/api/v1/companies", Map.of("name", name))
                        .status()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).contains(201).isSubsetOf(201, 409);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void takesTheQueryForAPartOfTheRequest() {
        var client = keyed(UUID.randomUUID().toString());
        client.post("/api/v1/companies?a=1", Map.of("name", name)).requireStatus(201);

        assertThat(client.post("/api/v1/companies?a=2", Map.of("name", name)).code())
                .isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    /** A secret is shown once, and a failed sign-in counts whatever the request says. */
    @Test
    void isNothingForAccountsAndKeys() {
        var client = keyed(UUID.randomUUID().toString());
        int refusals = refusals();

        var key = client.post("/api/v1/api-keys", Map.of("name", name, "permissions", List.of("jobs.read")));
        var stranger = APP.stranger().with("Idempotency-Key", name);
        var password = stranger.signIn("nobody-" + UUID.randomUUID() + "@example.com", "wrong");
        var code = client.post("/api/v1/session/second-factor", Map.of("password", "wrong"));

        assertThat(List.of(key.code(), password.code(), code.code())).containsOnly("IDEMPOTENCY_KEY_UNUSABLE");
        assertThat(refusals()).isEqualTo(refusals);
        assertThat(APP.dsl().fetchCount(API_KEY, API_KEY.NAME.eq(name))).isZero();
    }

    private static int refusals() {
        return APP.dsl().fetchCount(AUDIT_ENTRY, AUDIT_ENTRY.ACTION.eq("session.refused"));
    }

    private static TestClient keyed(String key) {
        return APP.owner().with("Idempotency-Key", key);
    }

    private int count() {
        return APP.dsl().fetchCount(COMPANY, COMPANY.NAME.startsWith(name));
    }
}
