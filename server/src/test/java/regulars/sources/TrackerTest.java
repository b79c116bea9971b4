package regulars.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import regulars.TestApp;
import tools.jackson.databind.JsonNode;

/** Needs the built tracker on the class path, as ./regulars test has it. */
@EnabledIf("built")
class TrackerTest {
    private static final TestApp APP = TestApp.running();

    static boolean built() {
        return TrackerTest.class.getResource("/static/regulars.js") != null;
    }

    @Test
    void givesTheScriptToAnySiteAndLetsItsVersionBeKeptForEver() {
        var about = about();
        var newest = APP.stranger().get("/regulars.js").requireStatus(200);
        var pinned = APP.stranger().get(pathOf(about.path("pinned").asString())).requireStatus(200);
        var old = APP.stranger().get("/regulars.js?v=older").requireStatus(200);

        assertThat(newest.header("Content-Type")).startsWith("text/javascript");
        assertThat(newest.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(newest.header("Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
        assertThat(newest.header("Cache-Control")).contains("max-age=3600", "public");
        assertThat(pinned.header("Cache-Control")).contains("immutable");
        assertThat(old.header("Cache-Control")).doesNotContain("immutable");
        var known = APP.stranger().with("If-None-Match", String.valueOf(newest.header("ETag")));
        assertThat(known.get("/regulars.js").status()).isEqualTo(304);
    }

    @Test
    void tellsTheHashOfWhatItGives() throws Exception {
        var bytes = APP.stranger().get("/regulars.js").response().body();
        var hash = MessageDigest.getInstance("SHA-384").digest(bytes);

        assertThat(about().path("integrity").asString())
                .isEqualTo("sha384-" + Base64.getEncoder().encodeToString(hash));
        assertThat(about().path("bytes").asInt()).isEqualTo(bytes.length);
    }

    private static JsonNode about() {
        return APP.owner().get("/api/v1/events/tracker").requireStatus(200).json();
    }

    private static String pathOf(String address) {
        return address.substring(address.indexOf("/regulars.js"));
    }
}
