package regulars.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import regulars.TestApp;

class PasswordChangeRequiredTest {
    private static final TestApp APP = TestApp.running();

    @Test
    void letsAGeneratedPasswordReachOnlyItsChange() {
        APP.bean(Accounts.class).addOwner("second@localhost", "a generated one");
        var client = APP.stranger();
        var session = client.signIn("second@localhost", "a generated one")
                .requireStatus(200)
                .json();
        assertThat(session.path("user").path("mustChangePassword").asBoolean()).isTrue();

        var early = client.get("/api/v1/organisation");
        assertThat(early.status()).isEqualTo(403);
        assertThat(early.code()).isEqualTo("PASSWORD_CHANGE_REQUIRED");
        assertThat(client.get("/api/v1/session").status()).isEqualTo(200);
        client.put("/api/v1/session/preferences", Map.of("language", "uk", "theme", "dark", "name", "Друга"))
                .requireStatus(204);

        client.post("/api/v1/session/password", Map.of("current", "a generated one", "next", "one I chose myself"))
                .requireStatus(204);

        assertThat(client.get("/api/v1/organisation").status()).isEqualTo(200);
    }
}
