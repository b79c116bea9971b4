package regulars.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import regulars.TestApp;
import regulars.kernel.Slice;

/** The table of the guide: what is too much is refused with its word, and just below it passes. */
class LimitsTest {
    private static final TestApp APP = TestApp.running();
    private static final String ROUTE = "/api/v1/segments";
    private static final String JSON = "application/json";

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
    void filesAreTakenFromThoseWeKnowWhereFilesAreTakenAndWithTheirLength() {
        var file = new byte[100_000];
        var body = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\na\r\n--b--\r\n";
        var streamed = BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(body.getBytes(UTF_8)));

        assertThat(APP.stranger()
                        .upload("/api/v1/imports/files", "file", "a.csv", file)
                        .code())
                .isEqualTo("NOT_SIGNED_IN");
        assertThat(APP.stranger()
                        .upload("/api/v1/session", "file", "a.csv", file)
                        .code())
                .isEqualTo("MEDIA_TYPE_UNSUPPORTED");
        assertThat(APP.stranger().upload("/u/abc", "file", "a.csv", file).code())
                .isEqualTo("MEDIA_TYPE_UNSUPPORTED");
        assertThat(APP.owner().upload(ROUTE, "file", "a.csv", file).code()).isEqualTo("MEDIA_TYPE_UNSUPPORTED");
        assertThat(APP.owner()
                        .send("POST", "/api/v1/imports/files", streamed, "multipart/form-data; boundary=b")
                        .code())
                .isEqualTo("LENGTH_REQUIRED");
        APP.owner()
                .upload("/api/v1/imports/files", "file", "a.csv", "a,b\n1,2\n".getBytes(UTF_8))
                .requireStatus(200);
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
