package regulars.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import regulars.TestApp;
import regulars.TestClient;
import regulars.TestClient.Answer;
import regulars.access.TestPeople;

class FilesAndStepsApiTest {
    private static int people;

    private final TestApp app = TestApp.running();
    private final TestClient owner = app.owner();

    @Test
    void keepsAFileAndGivesItOnlyToBeSaved() {
        var path = added();

        var made = file(path, "../../Contract <1>.PDF", "<script>")
                .requireStatus(201)
                .json();
        var id = made.path("id").asString();
        var saved = owner.get(path + "/files/" + id).requireStatus(200);
        var foreign = owner.get(added() + "/files/" + id);
        owner.delete(path + "/files/" + id).requireStatus(204);
        var removed = owner.get(path + "/files/" + id);
        owner.post(path + "/files/" + id + "/restore", Map.of()).requireStatus(204);

        assertThat(made.path("name").asString()).isEqualTo("Contract _1_.PDF");
        assertThat(saved.text()).isEqualTo("<script>");
        assertThat(saved.header("Content-Disposition")).startsWith("attachment;");
        assertThat(saved.header("Content-Type")).isEqualTo("application/octet-stream");
        assertThat(saved.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(saved.header("Content-Security-Policy")).contains("sandbox");
        assertThat(foreign.code()).isEqualTo("FILE_NOT_FOUND_ON_CARD");
        assertThat(removed.code()).isEqualTo("FILE_NOT_FOUND_ON_CARD");
        assertThat(owner.get(path + "/files").json().path("items")).hasSize(1);
        assertThat(owner.get(path + "/timeline?kind=file").json().path("items")).hasSize(1);
    }

    @Test
    void refusesFilesThatRunAndFilesThatAreTooLargeOrEmpty() {
        var path = added();

        assertThat(file(path, "a.html", "x").code()).isEqualTo("FILE_KIND_REFUSED");
        assertThat(file(path, "a.exe", "x").code()).isEqualTo("FILE_KIND_REFUSED");
        assertThat(file(path, "a.pdf", "").code()).isEqualTo("FILE_EMPTY");
        assertThat(file(path, "a.pdf", "x".repeat(10 * 1024 * 1024 + 1)).code()).isEqualTo("FILE_TOO_LARGE");
        assertThat(file(path, "a.pdf", "x".repeat(12 * 1024 * 1024)).status()).isEqualTo(413);
        assertThat(owner.get(path + "/files").json().path("items")).isEmpty();
    }

    @Test
    void plansOneStepAtATimeAndTellsThoseDone() {
        var path = added();

        owner.put(path + "/next-step", Map.of("what", "Call", "due", "2026-01-10"))
                .requireStatus(200);
        var step = owner.put(path + "/next-step", Map.of("what", "Send the offer", "due", "2026-01-12"))
                .requireStatus(200)
                .json()
                .path("step");
        var shown = owner.get(path + "/next-step").json().path("step");
        var done = path + "/next-step/" + step.path("id").asString();
        owner.post(done + "/done", Map.of()).requireStatus(204);
        var after = owner.get(path + "/next-step").json().path("step");
        var told = owner.get(path + "/timeline?kind=step&q=offer").json().path("items");
        owner.post(done + "/reopen", Map.of()).requireStatus(204);
        var again = owner.post(done + "/reopen", Map.of());

        assertThat(shown.path("what").asString()).isEqualTo("Send the offer");
        assertThat(shown.path("due").asString()).isEqualTo("2026-01-12");
        assertThat(shown.path("responsible").asString()).isNotBlank();
        assertThat(after.isNull()).isTrue();
        assertThat(told).hasSize(1);
        assertThat(again.code()).isEqualTo("STEP_PLANNED_SINCE");
        assertThat(owner.put(path + "/next-step", Map.of("what", " ", "due", "2026-01-12"))
                        .code())
                .isEqualTo("STEP_INVALID");
    }

    @Test
    void aStepCanBeSomebodyElsesWhoFindsItAmongTheirs() {
        var path = added();
        var colleague = TestPeople.inRole(app, "sales");
        var id = colleague.get("/api/v1/session").json().path("user").path("id").asString();

        owner.put(path + "/next-step", Map.of("what", "Call", "due", "2026-01-10", "responsible", id))
                .requireStatus(200);
        var theirs = owner.get("/api/v1/next-steps?responsible=" + id)
                .requireStatus(200)
                .json();
        var everybodys =
                owner.get("/api/v1/next-steps?limit=1").requireStatus(200).json();
        var nobody = Map.of(
                "what",
                "Call",
                "due",
                "2026-01-10",
                "responsible",
                UUID.randomUUID().toString());

        assertThat(theirs.path("items")).singleElement().satisfies(one -> {
            assertThat(path).endsWith(one.path("customerId").asString());
            assertThat(one.path("step").path("responsibleId").asString()).isEqualTo(id);
        });
        assertThat(everybodys.path("items")).hasSize(1);
        assertThat(owner.put(path + "/next-step", nobody).code()).isEqualTo("COLLEAGUE_UNKNOWN");
        assertThat(owner.get("/api/v1/next-steps?after=x").code()).isEqualTo("CURSOR_INVALID");
    }

    private Answer file(String path, String name, String content) {
        return owner.upload(path + "/files", name, content.getBytes(StandardCharsets.UTF_8));
    }

    private String added() {
        var person = Map.of("fullName", "Filed", "email", "filed" + ++people + "@example.com");
        return "/api/v1/customers/"
                + owner.post("/api/v1/customers", person)
                        .requireStatus(201)
                        .json()
                        .path("id")
                        .asString();
    }
}
