package regulars.access;

import static org.assertj.core.api.Assertions.assertThat;
import static schema.access.Tables.API_KEY;
import static schema.access.Tables.AUDIT_ENTRY;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import regulars.TestApp;

class ApiKeysTest {
    private static final TestApp APP = TestApp.running();

    @Test
    void letsAProgramInWithoutATokenUntilItIsRevoked() {
        var made = APP.owner()
                .post("/api/v1/api-keys", Map.of("name", "till", "permissions", List.of("customers.read")))
                .requireStatus(201)
                .json();
        var program = APP.stranger().withKey(made.path("key").asString());

        assertThat(program.get("/api/v1/organisation").status()).isEqualTo(200);
        APP.owner().delete("/api/v1/api-keys/" + made.path("id").asString()).requireStatus(204);

        var refused = program.get("/api/v1/organisation");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.code()).isEqualTo("API_KEY_REFUSED");
    }

    @Test
    void keepsAndShowsNoKeyAfterItWasMade() {
        var made = APP.owner()
                .post("/api/v1/api-keys", Map.of("name", "shown once", "permissions", List.of("customers.read")))
                .requireStatus(201)
                .json();
        var key = made.path("key").asString();

        assertThat(APP.owner().get("/api/v1/api-keys").text())
                .doesNotContain(key)
                .contains(key.substring(0, 11));
        var row = APP.dsl()
                .selectFrom(API_KEY)
                .where(API_KEY.ID.eq(UUID.fromString(made.path("id").asString())))
                .fetchSingle();
        assertThat(row.formatJSON()).doesNotContain(key.substring(11));
        assertThat(APP.dsl().selectFrom(AUDIT_ENTRY).fetch().formatJSON()).doesNotContain(key.substring(11));
    }

    @Test
    void keepsKeysOutOfWhatOnlyPeopleDo() {
        var refused = APP.program()
                .post("/api/v1/api-keys", Map.of("name", "a child", "permissions", List.of("customers.read")));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("PERMISSION_MISSING");
        assertThat(APP.owner().get("/api/v1/api-keys").text()).doesNotContain("a child");
    }

    @Test
    void answersNotFoundForAnUnknownKey() {
        var answer = APP.owner().delete("/api/v1/api-keys/" + new UUID(1, 2));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("API_KEY_NOT_FOUND");
    }
}
