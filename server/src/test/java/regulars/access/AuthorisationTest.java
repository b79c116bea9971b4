package regulars.access;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static regulars.kernel.Permission.CONTENT_EDIT;
import static regulars.kernel.Permission.CUSTOMERS_EDIT;
import static regulars.kernel.Permission.CUSTOMERS_READ;
import static regulars.kernel.Permission.JOBS_READ;
import static regulars.kernel.Permission.SEGMENTS_EDIT;
import static regulars.kernel.Permission.USERS_MANAGE;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import regulars.DatabaseContent;
import regulars.TestApp;
import regulars.TestClient;
import regulars.kernel.Permission;

/**
 * Walks every route of the description as every role and as programs. Who lacks the right is refused and nothing is
 * written; who has it is let through.
 */
class AuthorisationTest {
    private static final TestApp APP = TestApp.running();
    private static final Map<String, Who> CALLERS = new LinkedHashMap<>();
    private static final DatabaseContent CONTENT = new DatabaseContent(APP.dsl());
    private static List<Route> routes = List.of();
    private static String customer = "";

    @BeforeAll
    static void everybody() {
        APP.owner();
        for (var role : BuiltInRole.values()) {
            CALLERS.put(role.id(), new Who(TestPeople.inRole(APP, role.id()), role.permissions()));
        }
        CALLERS.put("nothing", new Who(TestPeople.with(APP), Set.of()));
        CALLERS.put("reader key", new Who(TestPeople.key(APP, CUSTOMERS_READ), Set.of(CUSTOMERS_READ)));
        CALLERS.put("jobs key", new Who(TestPeople.key(APP, JOBS_READ), Set.of(JOBS_READ)));
        customer = APP.owner()
                .post("/api/v1/customers", Map.of("givenName", "Walked", "email", "walked@example.com"))
                .json()
                .path("id")
                .asString();
        routes = described();
        CALLERS.values().forEach(who -> who.client().get("/api/v1/jobs")); // a key's first use is written
    }

    @Test
    void refusesEveryRouteToWhoeverLacksItsRightAndWritesNothing() {
        var wrong = new ArrayList<String>();
        CALLERS.forEach((name, who) -> {
            var written = writtenBy(() -> routes.stream()
                    .filter(route -> !route.isFor(who))
                    .forEach(route -> {
                        var answer = ask(who.client(), route);
                        if (answer.status() != 403) wrong.add(name + ": " + route + " answered " + answer.status());
                    }));
            if (!written.isEmpty()) wrong.add(name + ": a refusal wrote into " + written);
        });

        assertThat(wrong).isEmpty();
    }

    @Test
    void refusesStrangersEverythingAndWritesNothing() {
        var stranger = APP.stranger();
        var opened = new ArrayList<Route>();
        var written = writtenBy(() -> routes.stream()
                .filter(route -> !route.right().equals("public"))
                .filter(route -> ask(stranger, route).status() != 401)
                .forEach(opened::add));

        assertThat(opened).isEmpty();
        assertThat(written).isEmpty();
    }

    /** The positive control: the same walk is refused nowhere to whoever has the right. */
    @Test
    void letsWhoeverHasTheRightThrough() {
        var wrong = new ArrayList<String>();
        CALLERS.forEach((name, who) -> {
            for (Route route : routes) {
                if (!route.isFor(who) || route.endsTheSession() || route.looksAtItsOwnKey()) continue;
                var answer = ask(who.client(), route);
                if (answer.status() == 401
                        || answer.status() == 403 && !answer.code().equals("CSRF_TOKEN_MISSING")) {
                    wrong.add(name + ": " + route + " answered " + answer.status() + " " + answer.code());
                }
            }
        });

        assertThat(wrong).isEmpty();
    }

    /** The other positive control: what is refused above does write when it is allowed, and the content shows it. */
    @Test
    void seesWhatAnAllowedRequestWrites() {
        check(CUSTOMERS_EDIT, "POST", "/api/v1/customers", "{\"givenName\":\"New\"}", "customers.customer");
        check(CUSTOMERS_EDIT, "PATCH", "/api/v1/customers/" + customer, "{\"city\":\"Lviv\"}", "customers.customer");
        check(CONTENT_EDIT, "POST", "/api/v1/templates", template(), "content.template");
        check(SEGMENTS_EDIT, "POST", "/api/v1/segments", segment(), "segments.segment");
        var role = "{\"name\":\"" + UUID.randomUUID() + "\",\"permissions\":[]}";
        check(USERS_MANAGE, "POST", "/api/v1/roles", role, "access.role");
    }

    /** What other work writes at the same time shows once; what a request writes shows each time. */
    private static Set<String> writtenBy(Runnable requests) {
        var before = CONTENT.read();
        requests.run();
        var between = CONTENT.read();
        var first = DatabaseContent.changed(before, between);
        if (first.isEmpty()) return first;
        requests.run();
        var second = new HashSet<>(DatabaseContent.changed(between, CONTENT.read()));
        second.retainAll(first);
        return second;
    }

    private static void check(Permission right, String method, String path, String body, String table) {
        var lacking = requireNonNull(CALLERS.get("nothing")).client();
        var having = TestPeople.with(APP, right);
        var before = CONTENT.read();
        var refused = lacking.send(method, path, BodyPublishers.ofString(body), "application/json");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().path("params").path("permission").asString()).isEqualTo(right.code());
        assertThat(DatabaseContent.changed(before, CONTENT.read())).isEmpty();

        var allowed = having.send(method, path, BodyPublishers.ofString(body), "application/json");

        assertThat(allowed.status()).as(allowed.text()).isBetween(200, 299);
        assertThat(DatabaseContent.changed(before, CONTENT.read())).contains(table);
    }

    private static String template() {
        return """
                {"name":"Walked","type":"promotion","language":"en","subject":"Hello","preheader":"","format":"html",
                 "body":"<p>Hello</p><a href='{{ unsubscribe_url }}'>Unsubscribe</a>"}""";
    }

    private static String segment() {
        return """
                {"name":"Walked %s","rule":{"kind":"field","field":"COUNTRY",
                 "check":{"operator":"IS","values":["Malta"]}}}""".formatted(UUID.randomUUID());
    }

    private static List<Route> described() {
        var found = new ArrayList<Route>();
        var paths = APP.stranger()
                .get("/api/openapi.json")
                .requireStatus(200)
                .json()
                .path("paths");
        paths.propertyStream()
                .forEach(path -> path.getValue()
                        .propertyStream()
                        .forEach(method -> found.add(new Route(
                                method.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                method.getValue().path("x-permission").asString(),
                                method.getValue()
                                        .at("/requestBody/content/application~1octet-stream")
                                        .isMissingNode()))));
        var rights = found.stream().map(Route::right).collect(Collectors.toSet());
        assertThat(found).hasSizeGreaterThan(60);
        assertThat(rights).contains("customers.read", "signed-in", "public").doesNotContain("", "nobody");
        return found;
    }

    private static TestClient.Answer ask(TestClient client, Route route) {
        var path = route.path()
                .replaceFirst("^(/api/v1/customers)/\\{[^}]+}", "$1/" + customer)
                .replaceAll("\\{[^}]+}", "00000000-0000-7000-8000-000000000000");
        return client.with("Idempotency-Key", UUID.randomUUID().toString())
                .send(
                        route.method(),
                        path,
                        BodyPublishers.ofString("{"),
                        route.takesJson() ? "application/json" : "application/octet-stream");
    }

    record Who(TestClient client, Set<Permission> rights) {}

    record Route(String method, String path, String right, boolean takesJson) {
        boolean isFor(Who who) {
            return switch (right) {
                case "public", "signed-in" -> true;
                case "signed-in-person" ->
                    who.client().cookie("regulars_session").isPresent();
                default -> who.rights().stream().anyMatch(one -> one.code().equals(right));
            };
        }

        /** The wires of events: nobody's session counts there. */
        boolean looksAtItsOwnKey() {
            return path.startsWith("/v1/") || path.equals("/batch");
        }

        boolean endsTheSession() {
            return path.startsWith("/api/v1/session") && !method.equals("GET");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }
}
