package e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import postgres.EmbeddedPostgres;
import postgres.Settings;
import tools.jackson.databind.json.JsonMapper;

/** PostgreSQL is killed under load, then everything at once; clients send again what nobody acknowledged. */
class EventKillTest {
    private static final int CLIENTS = 8;
    private static final int BATCH = 20;
    private static final int ENOUGH = 500;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private static Path folder;

    private final AtomicBoolean over = new AtomicBoolean();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void storesEachAcknowledgedEventOnceWhateverIsKilled() throws Exception {
        var data = folder.resolve("data");
        int port = RunningProduct.freePort();
        var clients = new ArrayList<Thread>();
        try (var product = new RunningProduct(data, port, Map.of())) {
            var key = key(product);
            for (int i = 0; i < CLIENTS; i++) clients.add(client(i, product.address(), key));
            await(acknowledged.size() + ENOUGH);
            kill(postmaster(data));
            await(acknowledged.size() + ENOUGH);
            kill(postmaster(data));
            product.kill();
        }
        try (var product = new RunningProduct(data, port, Map.of())) {
            await(acknowledged.size() + ENOUGH);
            over.set(true);
            for (Thread client : clients) client.join();
            assertThat(product.log()).exists();
        }

        var stored = stored(data);
        assertThat(stored.keySet()).as("nothing acknowledged is lost").containsAll(acknowledged);
        assertThat(stored.values()).as("nothing is stored twice").containsOnly(1);
    }

    private static String key(RunningProduct product) throws Exception {
        try (var person = new Person(product.address())) {
            var login = product.ownerLogin();
            assertThat(person.signIn(login)).isEqualTo(200);
            assertThat(person.choosePassword(login.get(1), "a long sentence of mine"))
                    .isEqualTo(204);
            var made = person.send(
                    "POST", "/api/v1/api-keys", Map.of("name", "Load", "permissions", List.of("events.write")));
            return JsonMapper.shared().readTree(made.body()).path("key").asString();
        }
    }

    private Thread client(int number, URI address, String key) {
        return Thread.ofPlatform().start(() -> {
            for (int batch = 0; !over.get(); batch++) {
                var ids = new ArrayList<String>();
                for (int i = 0; i < BATCH; i++) ids.add(number + "-" + batch + "-" + i);
                var request = request(address, key, ids);
                while (!isAcknowledged(request)) LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
                acknowledged.addAll(ids);
            }
        });
    }

    private static HttpRequest request(URI address, String key, List<String> ids) {
        var events = ids.stream()
                .map(id -> Map.of(
                        "type",
                        "track",
                        "event",
                        "Clicked",
                        "userId",
                        id.substring(0, id.length() - 2),
                        "messageId",
                        id))
                .toList();
        return HttpRequest.newBuilder(address.resolve("/v1/batch"))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + key)
                .POST(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(Map.of("batch", events))))
                .build();
    }

    private boolean isAcknowledged(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void await(int count) {
        long begin = System.nanoTime();
        while (acknowledged.size() < count) {
            assertThat(System.nanoTime() - begin)
                    .as("%d of %d", acknowledged.size(), count)
                    .isLessThan(PATIENCE.toNanos());
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    /** The first line of its file is the process that all of PostgreSQL hangs on. */
    private static ProcessHandle postmaster(Path data) throws IOException {
        try (var files = Files.find(data, 5, (path, about) -> path.endsWith("postmaster.pid"))) {
            var file = files.findFirst().orElseThrow();
            return ProcessHandle.of(
                            Long.parseLong(Files.readAllLines(file).getFirst().strip()))
                    .orElseThrow();
        }
    }

    private static void kill(ProcessHandle process) {
        process.destroyForcibly();
        process.onExit().join();
    }

    private static Map<String, Integer> stored(Path data) throws SQLException {
        var stored = new HashMap<String, Integer>();
        try (var postgres = EmbeddedPostgres.start(Settings.durable(data.resolve("postgres")));
                var connection = postgres.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select sent ->> 'messageId' from collect.event")) {
            while (rows.next()) stored.merge(rows.getString(1), 1, Integer::sum);
        }
        return stored;
    }
}
