package regulars.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import regulars.TestApp;
import regulars.kernel.Slice;

/** The table of the guide: what is too much is refused with its word, and just below it passes. */
class LimitsTest {
    private static final TestApp APP = TestApp.running();
    private static final String ROUTE = "/api/v1/segments";
    private static final String JSON = "application/json";
    private static final String PARTS = "multipart/form-data; boundary=b";

    @Test
    void aBodyOfMoreThanTwoMegabytesIsRefusedUnread() {
        var body = "{\"name\": \"" + "x".repeat(2 << 20) + "\"}";

        var known = APP.owner()
                .send("POST", ROUTE, BodyPublishers.ofString(body), JSON)
                .requireStatus(413);
        assertThat(known.json().path("code").asString()).isEqualTo("BODY_TOO_LARGE");

        var streamed = BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(body.getBytes(UTF_8)));
        APP.owner().send("POST", ROUTE, streamed, JSON).requireStatus(413);
    }

    /** The container writes a form with files to the disk before anybody asks who sends it. */
    @Test
    void noFileComesInAFormOfParts() {
        var form = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n%s\r\n--b--\r\n";
        var large = form.formatted("a".repeat(100_000)).getBytes(UTF_8);
        var streamed = BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large));

        for (var path : List.of("/api/v1/session", "/u/abc", "/api/v1/imports/files?name=a.csv", ROUTE)) {
            assertThat(APP.stranger()
                            .send("POST", path, BodyPublishers.ofByteArray(large), PARTS)
                            .code())
                    .as(path)
                    .isEqualTo("MEDIA_TYPE_UNSUPPORTED");
        }
        assertThat(APP.owner().send("POST", ROUTE, streamed, PARTS).code()).isEqualTo("LENGTH_REQUIRED");
    }

    @Test
    void filesAreTakenFromThoseWeKnow() {
        var file = "a,b\n1,2\n".getBytes(UTF_8);

        assertThat(APP.stranger().upload("/api/v1/imports/files", "a.csv", file).code())
                .isEqualTo("NOT_SIGNED_IN");
        assertThat(APP.owner()
                        .upload("/api/v1/imports/files", "a.csv", file)
                        .requireStatus(200)
                        .json()
                        .path("name")
                        .asString())
                .isEqualTo("a.csv");
    }

    @Test
    void aTextWithANulIsRefusedAsTheRequestsFault() {
        assertThat(APP.owner().get("/api/v1/companies?q=%00").code()).isEqualTo("TEXT_UNUSABLE");
        assertThat(APP.stranger().signIn("a\u0000b", "x").code()).isEqualTo("TEXT_UNUSABLE");
        assertThat(APP.owner()
                        .post("/api/v1/customers", java.util.Map.of("givenName", "a\u0000b"))
                        .code())
                .isEqualTo("TEXT_UNUSABLE");
    }

    @Test
    void jsonDeeperThanSixtyFourLevelsIsRefused() {
        var deep = "{\"name\": \"x\", \"rule\": " + "{\"all\": [".repeat(70) + "]}".repeat(70) + "}";

        APP.owner().send("POST", ROUTE, BodyPublishers.ofString(deep), JSON).requireStatus(400);
        APP.owner()
                .send("POST", ROUTE, BodyPublishers.ofString("[".repeat(1_000_000)), JSON)
                .requireStatus(400);
    }

    @Test
    void aPageHasAtMostTwoHundredRows() {
        assertThat(Slice.size(1_000)).isEqualTo(200);
    }

    @Test
    void aHeadOfMoreThanEightKilobytesIsRefused() {
        assertThat(APP.stranger().get("/health?x=" + "y".repeat(20_000)).status())
                .isBetween(400, 499);
        APP.stranger().get("/health?x=" + "y".repeat(2_000)).requireStatus(200);
    }

    @Test
    void theGuideNamesThem() throws Exception {
        var table = Files.readString(Path.of("..", "docs", "guide", "operating.md"));

        assertThat(table).contains("BODY_TOO_LARGE", "2 MB", "Depth of JSON | 64", "| 200 |", "8 KB", "Retry-After");
    }
}
