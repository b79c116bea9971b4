package regulars.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import postgres.FolderLock;
import regulars.TestPostgres;

/** The refusals of a start. Each names its remedy and ends before anything was changed. */
class ProductTest {
    @RegisterExtension
    static final TestPostgres POSTGRES = new TestPostgres();

    @TempDir
    Path data;

    @Test
    void refusesABusyPort() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            expectRefusal(
                    Map.of("REGULARS_PORT", Integer.toString(other.getLocalPort())), Exit.PORT_BUSY, "REGULARS_PORT");
            assertThat(data).isEmptyDirectory();
        }
    }

    @Test
    void refusesADataFolderAnotherProcessHas() {
        try (var other = FolderLock.of(data)) {
            assertThat(other).isNotNull();
            expectRefusal(Map.of(), Exit.FOLDER_IN_USE, "REGULARS_DATA");
        }
    }

    @Test
    void refusesADataFolderThatIsNoFolder() throws Exception {
        var file = Files.writeString(data.resolve("file"), "");

        expectRefusal(Map.of("REGULARS_DATA", file.toString()), Exit.FOLDER_NOT_USABLE, "REGULARS_DATA");
    }

    @Test
    void refusesADatabaseThatDoesNotAnswer() throws Exception {
        expectRefusal(
                Map.of("REGULARS_DATABASE_URL", "postgresql://ann:secret@127.0.0.1:" + freePort() + "/shop"),
                Exit.DATABASE_NOT_USABLE,
                "REGULARS_DATABASE_URL");
    }

    @Test
    void refusesDataOfANewerVersionAndLetsTheFolderGo() {
        POSTGRES.dsl()
                .execute("insert into warehouse.flyway_schema_history"
                        + " (installed_rank, version, description, type, script, installed_by, execution_time, success)"
                        + " values (9999, '9999', 'tomorrow', 'SQL', 'V9999__tomorrow.sql', 'x', 1, true)");

        expectRefusal(Map.of("REGULARS_DATABASE_URL", POSTGRES.jdbcUrl()), Exit.NEWER_DATA, "newer Regulars");
        FolderLock.of(data).close();
    }

    private void expectRefusal(Map<String, String> settings, Exit exit, String word) {
        var environment = new java.util.HashMap<>(Map.of("REGULARS_DATA", data.toString()));
        environment.putIfAbsent("REGULARS_PORT", Integer.toString(freePort()));
        environment.putAll(settings);

        assertThatThrownBy(() -> Product.start(Object.class, StartSettings.read(environment), List.of()))
                .isInstanceOfSatisfying(
                        StartFault.class, fault -> assertThat(fault.exit()).isEqualTo(exit))
                .hasMessageContaining(word)
                .hasMessageNotContaining("secret");
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
