package regulars.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import regulars.DatabaseContent;
import regulars.TestApp;
import regulars.TestClient;

class BrowserKeysTest {
    private static final TestApp APP = TestApp.running();
    private static final String SITE = "https://shop.example.com";

    @Test
    void opensNoRouteButThatForEventsAndWritesNothing() {
        var browser = key(SITE).with("Origin", SITE);
        var content = new DatabaseContent(APP.dsl());
        var opened = new ArrayList<String>();
        browser.get("/api/v1/customers"); // the first use is written
        var before = content.read();
        var paths =
                APP.owner().get("/api/openapi.json").requireStatus(200).json().path("paths");
        paths.propertyStream()
                .forEach(path -> path.getValue().propertyStream().forEach(method -> {
                    var right = method.getValue().path("x-permission").asString("");
                    if (right.equals("public") || right.equals("events.write")) return;
                    var address = path.getKey().replaceAll("\\{[^}]+}", "00000000-0000-7000-8000-000000000000");
                    var verb = method.getKey().toUpperCase(Locale.ROOT);
                    var answer = browser.send(verb, address, BodyPublishers.ofString("{}"), "application/json");
                    if (answer.status() < 400) opened.add(verb + " " + path.getKey() + " " + answer.status());
                }));

        assertThat(opened).isEmpty();
        assertThat(DatabaseContent.changed(before, content.read())).isEmpty();
    }

    @Test
    void countsOnTheSitesItNamesOnly() {
        var key = key(SITE, "http://localhost:3000/");

        assertThat(from(key, SITE)).isEqualTo("PERMISSION_MISSING");
        assertThat(from(key, "http://localhost:3000")).isEqualTo("PERMISSION_MISSING");
        assertThat(from(key, "https://evil.example.com")).isEqualTo("API_KEY_REFUSED");
        assertThat(key.get("/api/v1/customers").code()).isEqualTo("API_KEY_REFUSED");
    }

    @Test
    void hasOneRightWhateverIsAskedAndIsListedAndRevoked() {
        var wish = Map.of(
                "name", "site", "kind", "browser", "permissions", List.of("customers.read"), "origins", List.of(SITE));
        var made = APP.owner().post("/api/v1/api-keys", wish).requireStatus(201).json();
        var id = made.path("id").asString();
        var listed = APP.owner()
                .get("/api/v1/api-keys")
                .json()
                .path("items")
                .valueStream()
                .filter(one -> one.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();

        assertThat(listed.path("kind").asString()).isEqualTo("browser");
        assertThat(listed.path("permissions").toString()).isEqualTo("[\"events.write\"]");
        assertThat(listed.path("origins").get(0).asString()).isEqualTo(SITE);
        APP.owner().delete("/api/v1/api-keys/" + id).requireStatus(204);
        var browser = APP.stranger().withKey(made.path("key").asString());
        assertThat(from(browser, SITE)).isEqualTo("API_KEY_REFUSED");
    }

    @Test
    void refusesSitesThatAreNone() {
        assertThat(refused()).isEqualTo("ORIGIN_NEEDED");
        for (var wrong : List.of("shop.example.com", "ftp://shop.example.com", "https://shop.example.com/page", "*")) {
            assertThat(refused(wrong)).as(wrong).isEqualTo("ORIGIN_INVALID");
        }
    }

    private static String from(TestClient key, String site) {
        return key.with("Origin", site).get("/api/v1/customers").code();
    }

    private static String refused(String... origins) {
        return APP.owner().post("/api/v1/api-keys", wish(origins)).code();
    }

    private static TestClient key(String... origins) {
        var made = APP.owner()
                .post("/api/v1/api-keys", wish(origins))
                .requireStatus(201)
                .json();
        return APP.stranger().withKey(made.path("key").asString());
    }

    private static Map<String, Object> wish(String... origins) {
        return Map.of("name", "site", "kind", "browser", "permissions", List.of(), "origins", List.of(origins));
    }
}
