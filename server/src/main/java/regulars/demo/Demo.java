package regulars.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import regulars.access.OwnerPassword;
import regulars.boot.Launch;
import regulars.boot.Product;
import regulars.boot.StartSettings;
import regulars.demo.DemoFolder.Login;

/** {@code ./regulars demo}: the product on a generated shop, with time run forward; with {@code --check} the proof of it. */
public final class Demo {
    static final Duration BEHIND = Duration.ofDays(60);
    private static final String OWNER = "owner@example.com";
    private static final int USAGE = 2;
    private static final int MISMATCH = 3;

    private final Class<?> application;
    private final DemoOptions options;
    private final StartSettings settings;
    private final DemoFolder folder;
    private final DemoClock clock;
    private final AtomicReference<Login> owner = new AtomicReference<>();

    private Demo(Class<?> application, DemoOptions options, Map<String, String> environment) throws IOException {
        this.application = application;
        this.options = options;
        this.settings = StartSettings.read(environment(environment, options));
        this.folder = new DemoFolder(settings.data());
        this.clock = new DemoClock(InstantSource.system(), options.orders() == null ? BEHIND : Duration.ZERO);
    }

    /** The exit code of a check that has ended, or -1 while the demo goes on running. */
    public static int run(Class<?> application, Map<String, String> environment, List<String> arguments) {
        try {
            var options = DemoOptions.parse(arguments);
            var demo = new Demo(application, options, environment);
            return options.check() ? demo.check() : demo.show();
        } catch (IllegalArgumentException | IllegalStateException e) {
            System.err.println("regulars: " + e.getMessage() + "; usage: " + DemoOptions.USAGE);
            return USAGE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return USAGE;
        } catch (Exception e) {
            System.err.println("regulars: the demo stopped: " + e);
            return MISMATCH;
        }
    }

    private int check() throws Exception {
        folder.begin();
        var steps = new Steps(System.out);
        try (var product = Product.start(application, settings, changes())) {
            play(product, steps);
        }
        if (steps.agreed()) folder.remove();
        steps.note(
                steps.agreed()
                        ? "Everything agrees."
                        : "See the mismatches above; the data is kept in " + folder.path());
        return steps.agreed() ? 0 : MISMATCH;
    }

    private int show() throws Exception {
        var finished = folder.finished();
        if (finished.isEmpty()) folder.begin();
        else clock.catchUp();
        var product = Launch.run(application, settings, changes());
        if (finished.isEmpty()) {
            play(product, new Steps(System.out));
            folder.finish(owner.get());
        }
        clock.catchUp();
        Sights.print(System.out, settings.address(), finished.orElseGet(owner::get));
        return -1;
    }

    private void play(Product product, Steps steps) throws Exception {
        try (var api = new DemoApi(URI.create("http://127.0.0.1:" + settings.port()))) {
            signIn(api);
            var bench = new Workbench(product, api, clock, steps, folder.path());
            if (options.orders() == null) new ShopStory(bench).tell();
            else new FileStory(bench, options).tell();
        }
    }

    /** The generated password must be changed first, so the demo does what a newcomer does. */
    private void signIn(DemoApi api) throws IOException, InterruptedException {
        var first = owner.get();
        api.signIn(first.email(), first.password());
        var next = new Login(first.email(), "demo-" + Long.toString(new SecureRandom().nextLong(1L << 52), 36));
        api.post("/api/v1/session/password", Map.of("current", first.password(), "next", next.password()));
        owner.set(next);
        api.signIn(next.email(), next.password());
    }

    private List<ApplicationContextInitializer<GenericApplicationContext>> changes() {
        OwnerPassword keep = (email, password) -> owner.set(new Login(email, password));
        return List.of(context -> {
            var properties = Map.<String, Object>of("regulars.demo", true, "REGULARS_OWNER", OWNER);
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("demo", properties));
            context.registerBean(InstantSource.class, () -> clock);
            context.registerBean(OwnerPassword.class, () -> keep);
        });
    }

    private static Map<String, String> environment(Map<String, String> given, DemoOptions options) throws IOException {
        var environment = new HashMap<>(given);
        var data = environment.getOrDefault("REGULARS_DATA", "").isBlank()
                ? "./demo-data"
                : environment.get("REGULARS_DATA");
        environment.put(
                "REGULARS_DATA",
                options.check() ? Path.of(data).resolve("check").toString() : data);
        if (options.check()) environment.computeIfAbsent("REGULARS_PORT", name -> Integer.toString(freePort()));
        return environment;
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException("no port of the loopback net is free", e);
        }
    }
}
