package regulars.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import regulars.TestApp;

/** Needs the built screens on the class path, as ./regulars test has them. */
@EnabledIf("built")
class ScreensTest {
    static boolean built() {
        return ScreensTest.class.getResource("/static/index.html") != null;
    }

    @Test
    void answersEveryAddressOfAScreenWithTheOnePage() {
        var first = TestApp.running().stranger().get("/customers/some-id");
        var second = TestApp.running().stranger().get("/");

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.header("Content-Type")).startsWith("text/html");
        assertThat(first.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(first.header("Content-Security-Policy"))
                .contains("'nonce-")
                .isNotEqualTo(second.header("Content-Security-Policy"));
        assertThat(first.text()).doesNotContain("CSP_NONCE");
    }

    @Test
    void answersNotFoundForAFileThatIsNotThere() {
        var answer = TestApp.running().stranger().get("/assets/missing.js");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("ROUTE_NOT_FOUND");
    }

    @Test
    void letsBrowsersKeepFilesNamedByTheirContent() {
        var page = TestApp.running().stranger().get("/").text();
        var script = page.replaceAll("(?s).*src=\"(/assets/[^\"]+\\.js)\".*", "$1");

        assertThat(TestApp.running().stranger().get(script).header("Cache-Control"))
                .contains("immutable", "max-age=31536000");
    }
}
