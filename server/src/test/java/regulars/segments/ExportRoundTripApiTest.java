package regulars.segments;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import regulars.TestApp;
import regulars.TestClient;
import regulars.TestImports;
import regulars.access.TestPeople;
import regulars.work.JobState;
import regulars.work.Jobs;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was taken home is known again, whole, whoever has no address too. */
class ExportRoundTripApiTest {
    private static final String SOURCE = "Round trip";

    private final TestApp app = TestApp.running();
    private final TestClient owner = app.owner();

    @Test
    void theWholeExportSaysNothingNewAndMakesNobody() {
        var sales = TestPeople.inRole(app, "sales");
        var email =
                sales.get("/api/v1/session").json().path("user").path("email").asString();
        TestImports.load(app, "customers", SOURCE, """
                external id;first name;last name;email;phone;city;birthday;owner;Rt size;Rt day;Rt member;Rt moment;Rt word
                rt-1;Rtround;Ann;rt-ann@example.com;+380671117701;Lviv;1990-02-03;%s;38,50;2026-01-31;yes;2026-01-31 10:20:30;Auly
                ;Rtround;Nobody;;;=Kyiv;;;1000000;2026-02-01;no;2026-02-01 00:00:01;007
                ;Rtround;Bo;rt-bo@example.com;;;;;;;;;
                """.formatted(email));

        for (String format : List.of("csv", "xlsx")) {
            var file = upload(format, export(format));
            assertThat(file.path("suggestedKind").asString()).isEqualTo("customers");
            var mapping = mapping(file);
            assertThat(mapping.path(0).path("field").asString()).isEqualTo("ownId");
            assertThat(mapping.valueStream()
                            .map(one -> one.path("attribute").path("key").asString("")))
                    .contains("rt_size", "rt_day", "rt_member", "rt_moment", "rt_word")
                    .noneMatch(key -> key.startsWith("attribute") || key.equals("id"));
            var same = taken(file, SOURCE, true);
            assertThat(same.path("unchanged").asInt()).as("%s %s", format, same).isEqualTo(3);
            var other = taken(file, "Round trip elsewhere", false);
            assertThat(other.path("newCustomers").asInt()).isZero();
            assertThat(other.path("rejected").asInt()).isZero();
        }
        var changed = new String(export("csv"), StandardCharsets.UTF_8).replace("'=Kyiv", "Odesa");
        var news = taken(upload("csv", changed.getBytes(StandardCharsets.UTF_8)), "Round trip elsewhere", false);
        assertThat(news.path("updated").asInt()).as("%s", news).isEqualTo(1);
        assertThat(news.path("unchanged").asInt()).isEqualTo(2);
        assertThat(new String(export("csv"), StandardCharsets.UTF_8).lines())
                .hasSize(4)
                .anyMatch(line -> line.contains("Odesa"));
    }

    private byte[] export(String format) {
        return owner.get("/api/v1/customer-list/export." + format + "?q=Rtround")
                .requireStatus(200)
                .response()
                .body();
    }

    private JsonNode upload(String format, byte[] file) {
        return owner.upload("/api/v1/imports/files", "customers." + format, file)
                .requireStatus(200)
                .json();
    }

    private static JsonNode mapping(JsonNode file) {
        return file.path("kinds")
                .valueStream()
                .filter(one -> one.path("kind").asString().equals("customers"))
                .findFirst()
                .orElseThrow()
                .path("suggestedMapping");
    }

    private JsonNode taken(JsonNode file, String source, boolean dryRun) {
        var request = JsonMapper.shared().createObjectNode();
        request.set("fileId", file.path("fileId"));
        request.put("kind", "customers");
        request.put("source", source);
        request.set("mapping", mapping(file));
        var started = owner.post("/api/v1/imports", Map.of("dryRun", dryRun, "files", List.of(request)))
                .requireStatus(202)
                .json();
        var job =
                app.bean(Jobs.class).await(UUID.fromString(started.path("jobId").asString()), Duration.ofSeconds(60));
        assertThat(job.state()).as("%s", job.problem()).isEqualTo(JobState.DONE);
        return owner.get("/api/v1/imports/" + started.path("importId").asString())
                .requireStatus(200)
                .json()
                .path("files")
                .path(0)
                .path("counts");
    }
}
