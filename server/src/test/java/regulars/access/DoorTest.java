package regulars.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import regulars.TestApp;
import regulars.TestClient;

/** Walks every route there is: a new one is refused to strangers until somebody opens it on purpose. */
class DoorTest {
    private static final TestApp APP = TestApp.running();

    @Test
    void refusesStrangersEveryRouteOfTheDescription() {
        var opened = new ArrayList<String>();
        for (Route route : described()) {
            var answer = ask(APP.stranger(), route);
            if (answer.status() != 401 && !isPublic(route)) opened.add(route + " answered " + answer.status());
        }

        assertThat(described()).hasSizeGreaterThan(10);
        assertThat(opened).isEmpty();
    }

    /** The positive control: the same walk, signed in, is refused nowhere. */
    @Test
    void letsTheOwnerReachEveryRouteOfTheDescription() {
        var refused = new ArrayList<String>();
        var owner = APP.stranger();
        APP.owner(); // has chosen a password
        owner.signIn(APP.ownerEmail(), APP.ownerPassword()).requireStatus(200);
        for (Route route : described()) {
            if (route.path().equals("/api/v1/session") && !route.method().equals("GET")) continue;
            if (!route.method().equals("GET")) continue;
            var answer = ask(owner, route);
            if (answer.status() == 401 || answer.status() == 403) refused.add(route + " answered " + answer.status());
        }

        assertThat(refused).isEmpty();
    }

    @Test
    void refusesStrangersEveryControllerDescribedOrNot() {
        var opened = new ArrayList<String>();
        var mapping = APP.bean(RequestMappingHandlerMapping.class);
        for (var info : mapping.getHandlerMethods().keySet()) {
            var methods = info.getMethodsCondition().getMethods();
            for (String pattern : info.getPatternValues()) {
                for (var method : methods.isEmpty() ? List.of("GET") : methods) {
                    var route = new Route(method.toString(), pattern);
                    var answer = ask(APP.stranger(), route);
                    if (answer.status() != 401 && !isPublic(route)) opened.add(route + " answered " + answer.status());
                }
            }
        }

        assertThat(opened).isEmpty();
    }

    @Test
    void answersAStrangerWithOneSecretOnlyByIt() {
        assertThat(APP.stranger().withKey("rk_guessed").get("/api/v1/jobs").code())
                .isEqualTo("API_KEY_REFUSED");
        assertThat(APP.stranger().withKey("rk_guessed").get("/health").status()).isEqualTo(200);
        assertThat(APP.program().get("/api/v1/jobs").status()).isEqualTo(200);
    }

    private static List<Route> described() {
        var routes = new ArrayList<Route>();
        var paths = APP.stranger()
                .get("/api/openapi.json")
                .requireStatus(200)
                .json()
                .path("paths");
        paths.propertyStream()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(method -> routes.add(new Route(method.toUpperCase(Locale.ROOT), path.getKey()))));
        return routes;
    }

    private static TestClient.Answer ask(TestClient client, Route route) {
        var path = route.path().replaceAll("\\{[^}]+}", "00000000-0000-7000-8000-000000000000");
        return client.send(route.method(), path, BodyPublishers.ofString("{}"), "application/json");
    }

    private static boolean isPublic(Route route) {
        if (route.method().equals("POST") && route.path().equals("/api/v1/session")) return true;
        if (route.path().equals("/error")) return true; // says only that there is nothing
        return APP.publicRoutes().stream()
                .anyMatch(open -> open.method().name().equals(route.method())
                        && open.pattern().equals(route.path()));
    }

    record Route(String method, String path) {}
}
