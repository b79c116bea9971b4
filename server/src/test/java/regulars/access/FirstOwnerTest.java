package regulars.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import regulars.TestApp;

class FirstOwnerTest {
    @TempDir
    Path folder;

    @Test
    void writesThePasswordWhereOnlyTheOperatorReads() throws IOException {

        new TerminalOrFile(folder.resolve("owner-password.txt")).deliver("owner@localhost", "a generated one");

        var file = folder.resolve("owner-password.txt");
        assertThat(Files.readAllLines(file)).containsExactly("owner@localhost", "a generated one");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void endsOtherSessionsWhenThePasswordChanges() {
        var app = TestApp.running();
        app.owner();
        var here = app.stranger();
        var elsewhere = app.stranger();
        here.signIn(app.ownerEmail(), app.ownerPassword()).requireStatus(200);
        elsewhere.signIn(app.ownerEmail(), app.ownerPassword()).requireStatus(200);

        changePassword(here, app.ownerPassword(), "another password");

        assertThat(here.get("/api/v1/session").status()).isEqualTo(200);
        assertThat(elsewhere.get("/api/v1/session").status()).isEqualTo(401);
        changePassword(here, "another password", app.ownerPassword());
        app.signInAgain();
    }

    @Test
    void refusesAWeakOrUnchangedPassword() {
        var app = TestApp.running();
        var owner = app.owner();

        assertThat(owner.post("/api/v1/session/password", Map.of("current", "guessed", "next", "long enough it is"))
                        .code())
                .isEqualTo("PASSWORD_WRONG");
        assertThat(owner.post("/api/v1/session/password", Map.of("current", app.ownerPassword(), "next", "short"))
                        .code())
                .isEqualTo("PASSWORD_TOO_SHORT");
        assertThat(owner.post(
                                "/api/v1/session/password",
                                Map.of("current", app.ownerPassword(), "next", app.ownerPassword()))
                        .code())
                .isEqualTo("PASSWORD_UNCHANGED");
    }

    private static void changePassword(regulars.TestClient client, String current, String next) {
        client.post("/api/v1/session/password", Map.of("current", current, "next", next))
                .requireStatus(204);
    }
}
