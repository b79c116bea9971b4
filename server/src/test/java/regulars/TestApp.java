package regulars;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.util.FileSystemUtils;
import regulars.access.OwnerPassword;
import regulars.access.PublicRoute;
import regulars.boot.Product;
import regulars.boot.StartSettings;
import regulars.kernel.Permission;

/**
 * The whole product on a free loopback port with a fresh database and data folder, started by the first test that asks
 * and stopped with the JVM. Its clock stands still until a test moves it, so tests that share it only move it forward.
 */
public final class TestApp {
    private static final String CHOSEN = "a password of the tests";

    private record Login(String email, String password) {}

    private static @Nullable TestApp running;

    private final SettableClock clock = new SettableClock(InstantSource.system().instant());
    private final AtomicReference<@Nullable Login> owner = new AtomicReference<>();
    private final TestPostgres postgres = new TestPostgres().create();
    private final Path data = folder();
    private final Product product;
    private @Nullable TestClient person;
    private @Nullable TestClient program;

    private TestApp() {
        var port = Integer.toString(freePort());
        var settings = StartSettings.read(Map.of(
                "REGULARS_DATA",
                data.toString(),
                "REGULARS_PORT",
                port,
                "REGULARS_URL",
                "http://127.0.0.1:" + port,
                "REGULARS_DATABASE_URL",
                postgres.jdbcUrl()));
        product = Product.start(Regulars.class, settings, List.of(this::furnish));
        TestPostgres.beforeStop(this::stop);
    }

    public static synchronized TestApp running() {
        if (running == null) running = new TestApp();
        return running;
    }

    public URI address() {
        return product.settings().address();
    }

    public <T> T bean(Class<T> type) {
        return product.bean(type);
    }

    public <T> List<T> beans(Class<T> type) {
        return List.copyOf(product.beans(type));
    }

    /** What strangers may ask. */
    public List<PublicRoute> publicRoutes() {
        return beans(PublicRoute.class);
    }

    public SettableClock clock() {
        return clock;
    }

    public TestPostgres postgres() {
        return postgres;
    }

    public String ownerEmail() {
        return login().email();
    }

    /** As generated at the first start; {@link #owner()} changes it. */
    public String ownerPassword() {
        return login().password();
    }

    /** Nobody yet. */
    public TestClient stranger() {
        return new TestClient(address());
    }

    /** The owner's session. */
    public synchronized TestClient owner() {
        if (person == null) {
            var client = stranger();
            client.signIn(ownerEmail(), ownerPassword()).requireStatus(200);
            var change = Map.of("current", ownerPassword(), "next", CHOSEN);
            client.post("/api/v1/session/password", change).requireStatus(204);
            owner.set(new Login(ownerEmail(), CHOSEN));
            person = client;
        }
        return person;
    }

    /** After a test ended the owner's session. */
    public synchronized void signInAgain() {
        owner().signIn(ownerEmail(), ownerPassword()).requireStatus(200);
    }

    /** A program with an API key. */
    public synchronized TestClient program() {
        if (program == null) {
            var made = owner().post("/api/v1/api-keys", Map.of("name", "tests", "permissions", permissionsOfPrograms()))
                    .requireStatus(201);
            program = stranger().withKey(made.json().path("key").asString());
        }
        return program;
    }

    private static List<String> permissionsOfPrograms() {
        return Arrays.stream(Permission.values())
                .filter(Permission::forPrograms)
                .map(Permission::code)
                .toList();
    }

    public DSLContext dsl() {
        return bean(DSLContext.class);
    }

    private Login login() {
        return requireNonNull(owner.get(), "the first start did not make an owner");
    }

    private void furnish(GenericApplicationContext context) {
        OwnerPassword delivery = (email, password) -> owner.set(new Login(email, password));
        context.registerBean("clock", InstantSource.class, () -> clock);
        context.registerBean("ownerPassword", OwnerPassword.class, () -> delivery);
    }

    private void stop() {
        product.close(); // the test server and its databases go with the JVM
        FileSystemUtils.deleteRecursively(data.toFile());
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("regulars-test-app");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
