package regulars.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import regulars.TestApp;
import regulars.TestClient.Answer;

class ProblemsTest {
    private static final TestApp APP = TestApp.running();

    @Test
    void namesAnUnknownField() {
        check(
                APP.owner().post("/api/v1/api-keys", Map.of("name", "x", "colour", "red")),
                400,
                "FIELD_UNKNOWN",
                "colour");
    }

    @Test
    void namesAMissingField() {
        check(APP.owner().post("/api/v1/api-keys", Map.of()), 400, "FIELD_MISSING", "name");
        check(APP.owner().post("/api/v1/api-keys", "{\"name\":null}"), 400, "FIELD_MISSING", "name");
    }

    @Test
    void saysWhereJsonBreaks() {
        var broken = APP.owner().post("/api/v1/api-keys", "{\"name\": oops");

        check(broken, 400, "BODY_UNREADABLE", "");
        assertThat(broken.json().path("detail").asString()).contains("line 1");
    }

    @Test
    void namesAValueThatDoesNotFit() {
        check(APP.owner().get("/api/v1/jobs/not-an-id"), 400, "FIELD_INVALID", "id");
        check(APP.owner().get("/api/v1/jobs?limit=many"), 400, "FIELD_INVALID", "limit");
    }

    @Test
    void tellsWrongMethodsTypesAndAddressesApart() {
        check(APP.owner().patch("/api/v1/organisation", Map.of()), 405, "METHOD_NOT_ALLOWED", "");
        assertThat(APP.owner().patch("/api/v1/organisation", Map.of()).header("Allow"))
                .contains("GET", "PUT");
        check(
                APP.owner().send("POST", "/api/v1/api-keys", BodyPublishers.ofString("<a/>"), "application/xml"),
                415,
                "MEDIA_TYPE_UNSUPPORTED",
                "");
        check(APP.owner().get("/api/v1/nowhere"), 404, "ROUTE_NOT_FOUND", "");
    }

    @Test
    void refusesABodyOverTheLimitAnnouncedOrNot() {
        var large = "{\"name\":\"" + "x".repeat(3 << 20) + "\"}";
        var bytes = large.getBytes(java.nio.charset.StandardCharsets.UTF_8);

        check(APP.program().post("/api/v1/organisation", large), 413, "BODY_TOO_LARGE", "");
        var streamed = BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(bytes));
        check(
                APP.program().send("PUT", "/api/v1/organisation", streamed, "application/json"),
                413,
                "BODY_TOO_LARGE",
                "");
    }

    private static void check(Answer answer, int status, String code, String field) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().path("field").asString("")).isEqualTo(field);
        assertThat(answer.json().path("detail").asString()).isNotBlank().doesNotContain("Exception", "regulars.");
    }
}
