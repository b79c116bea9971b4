package regulars.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import regulars.TestApp;

class SessionTest {
    private static final TestApp APP = TestApp.running();

    @BeforeAll
    static void chooseThePassword() {
        APP.owner();
    }

    @Test
    void answersWhoIsSignedInAndWhereTheyAre() {
        var session = APP.owner().get("/api/v1/session").requireStatus(200).json();

        assertThat(session.path("user").path("email").asString()).isEqualTo(APP.ownerEmail());
        assertThat(session.path("user").path("mustChangePassword").asBoolean()).isFalse();
        assertThat(session.path("organisation").path("zone").asString()).isNotEmpty();
        assertThat(session.path("demo").asBoolean()).isFalse();
    }

    @Test
    void refusesAStrangerEverythingButTheDoor() {
        var refused = APP.stranger().get("/api/v1/organisation");

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.code()).isEqualTo("NOT_SIGNED_IN");
        assertThat(APP.stranger().get("/health").requireStatus(200).text()).contains("up");
    }

    @Test
    void answersAnUnknownAddressAsAWrongPassword() {
        var unknown = APP.stranger().signIn("nobody@example.com", "whatever it is");
        var wrong = APP.stranger().signIn(APP.ownerEmail(), "whatever it is");

        assertThat(unknown.status()).isEqualTo(401);
        assertThat(unknown.json()).isEqualTo(wrong.json());
        assertThat(APP.stranger().signIn(APP.ownerEmail(), APP.ownerPassword()).status())
                .isEqualTo(200);
    }

    @Test
    void wantsTheTokenOfOurOwnPageForAChange() {
        var client = APP.stranger();
        client.signIn(APP.ownerEmail(), APP.ownerPassword()).requireStatus(200);
        var wanted = Map.of("language", "uk", "theme", "dark", "name", "Оксана");

        var forged = client.with("X-XSRF-TOKEN", "guessed").put("/api/v1/session/preferences", wanted);
        var own = client.put("/api/v1/session/preferences", wanted);

        assertThat(forged.status()).isEqualTo(403);
        assertThat(forged.code()).isEqualTo("CSRF_TOKEN_MISSING");
        assertThat(own.status()).isEqualTo(204);
        assertThat(client.get("/api/v1/session")
                        .json()
                        .path("user")
                        .path("name")
                        .asString())
                .isEqualTo("Оксана");
    }

    @Test
    void takesAFreshSessionAtSignIn() {
        var client = APP.stranger();
        client.signIn(APP.ownerEmail(), APP.ownerPassword()).requireStatus(200);
        var before = client.cookie("regulars_session").orElseThrow();
        client.signIn(APP.ownerEmail(), APP.ownerPassword()).requireStatus(200);
        var after = client.cookie("regulars_session").orElseThrow();

        assertThat(after.getValue()).isNotEqualTo(before.getValue());
        assertThat(after.isHttpOnly()).isTrue();
        var planted = APP.stranger().with("Cookie", "regulars_session=" + before.getValue());
        assertThat(planted.get("/api/v1/organisation").status()).isEqualTo(401);
    }

    @Test
    void endsTheSessionAtSignOut() {
        var client = APP.stranger();
        client.signIn(APP.ownerEmail(), APP.ownerPassword()).requireStatus(200);
        var old = client.cookie("regulars_session").orElseThrow().getValue();

        client.delete("/api/v1/session").requireStatus(204);

        assertThat(APP.stranger()
                        .with("Cookie", "regulars_session=" + old)
                        .get("/api/v1/session")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void setsHeadersThatKeepForeignHostsOut() {
        var answer = APP.stranger().get("/api/v1/session");

        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("http");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Permissions-Policy")).contains("camera=()");
    }

    @Test
    void refusesAnEmptyOrganisationAndSaysWhichField() {
        var zone = change("Shop", "Mars/Olympus", "UAH", "uk");
        var currency = change("Shop", "Europe/Kyiv", "XXQ", "uk");
        var language = change("Shop", "Europe/Kyiv", "UAH", "fr");

        assertThat(zone.path("field").asString()).isEqualTo("zone");
        assertThat(zone.path("value").asString()).isEqualTo("Mars/Olympus");
        assertThat(currency.path("field").asString()).isEqualTo("currency");
        assertThat(language.path("field").asString()).isEqualTo("language");
        assertThat(change("Shop", "Europe/Kyiv", "UAH", "uk").path("configured").asBoolean())
                .isTrue();
    }

    private static tools.jackson.databind.JsonNode change(
            String company, String zone, String currency, String language) {
        var wanted = Map.of(
                "company", company, "zone", zone, "currency", currency, "language", language, "configured", true);
        return APP.owner().put("/api/v1/organisation", wanted).json();
    }
}
