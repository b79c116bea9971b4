package regulars.operate;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import regulars.boot.StartSettings;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The running product, as it answers on this machine and at the address people use. */
final class AddressChecks {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Map<String, String> REMEDIES = Map.of(
            "mirror", "Look at Data, Mirror; './regulars run' rebuilds it when the folder 'mirror' is taken away.",
            "sending", "Held: release it on the screens. Trouble: look at Settings, Sending.");

    private final StartSettings settings;

    AddressChecks(StartSettings settings) {
        this.settings = settings;
    }

    List<Finding> all(boolean runs) {
        if (!runs) {
            return List.of(
                    Finding.skip("product", "does not run on this data folder"),
                    Finding.skip("mirror", "looked at while the product runs"),
                    Finding.skip("address", settings.address() + " is asked while the product runs"));
        }
        var findings = new ArrayList<Finding>();
        var here = URI.create("http://%s:%d".formatted(reachable(settings.bind()), settings.port()));
        switch (ask(here)) {
            case Answer.Health(var parts) -> {
                findings.add(Finding.ok("product", "answers at " + here));
                parts.forEach((name, state) -> findings.add(part(name, state)));
            }
            case Answer.None(var why) ->
                findings.add(Finding.fail(
                        "product",
                        here + " does not answer: " + why,
                        "Is it another port or address? Set REGULARS_PORT and REGULARS_BIND as the product has them."));
        }
        findings.add(address());
        return findings;
    }

    private static String reachable(String bind) {
        return bind.equals("0.0.0.0") ? "127.0.0.1" : bind;
    }

    private static Finding part(String name, String state) {
        return state.equals("ok")
                ? Finding.ok(name, state)
                : Finding.warn(name, state, REMEDIES.getOrDefault(name, "Look at the screens."));
    }

    private Finding address() {
        var address = settings.address();
        if (THIS_MACHINE.contains(address.getHost()))
            return Finding.warn(
                    "address",
                    address + " is known to this machine only",
                    "Mailed links lead nowhere else: set REGULARS_URL to the address people use.");
        return switch (ask(address)) {
            case Answer.None(var why) ->
                Finding.fail(
                        "address",
                        address + " does not lead here: " + why,
                        "Check the name, the proxy and the firewall; see docs/guide/behind-nginx.md.");
            case Answer.Health health
            when address.getScheme().equals("https") -> Finding.ok("address", address + " leads here, over https");
            case Answer.Health health ->
                Finding.warn(
                        "address",
                        address + " leads here without https",
                        "Passwords travel in the clear: put a proxy with a certificate in front, see docs/guide/behind-nginx.md.");
        };
    }

    private sealed interface Answer {
        record Health(Map<String, String> parts) implements Answer {}

        record None(String why) implements Answer {}
    }

    private static Answer ask(URI address) {
        try (var http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            var request = HttpRequest.newBuilder(URI.create(address + "/health"))
                    .timeout(PATIENCE)
                    .build();
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            var json = JsonMapper.shared().readTree(answer.body());
            if (!json.path("status").isString()) return new Answer.None("something else answers there");
            var parts = new TreeMap<String, String>();
            for (var part : json.path("parts").properties())
                parts.put(part.getKey(), part.getValue().asString());
            return new Answer.Health(parts);
        } catch (IOException e) {
            return new Answer.None(e.toString());
        } catch (JacksonException e) {
            return new Answer.None("something else answers there");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.None("interrupted");
        }
    }
}
