package regulars;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import regulars.warehouse.Warehouse;
import regulars.work.JobState;
import regulars.work.Jobs;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Brings files into the running product as a person would who takes every suggestion. */
public final class TestImports {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private TestImports() {}

    public static void load(TestApp app, String kind, String source, String csv) {
        load(app, kind, source, kind + ".csv", csv.getBytes(StandardCharsets.UTF_8));
    }

    /** Waits until the rows are in and the mirror has them; a row that is refused fails the test. */
    public static void load(TestApp app, String kind, String source, String name, byte[] file) {
        var owner = app.owner();
        var preview = owner.upload("/api/v1/imports/files", name, file)
                .requireStatus(200)
                .json();
        var request = JsonMapper.shared().createObjectNode();
        request.set("fileId", preview.path("fileId"));
        request.put("kind", kind);
        request.put("source", source);
        for (JsonNode one : preview.path("kinds")) {
            if (one.path("kind").asString().equals(kind)) request.set("mapping", one.path("suggestedMapping"));
        }
        var started = owner.post("/api/v1/imports", Map.of("files", List.of(request)))
                .requireStatus(202)
                .json();
        var job =
                app.bean(Jobs.class).await(UUID.fromString(started.path("jobId").asString()), PATIENCE);
        assertThat(job.state()).as("%s", job.problem()).isEqualTo(JobState.DONE);
        var done = owner.get("/api/v1/imports/" + started.path("importId").asString())
                .requireStatus(200)
                .json();
        assertThat(done.path("files").path(0).path("counts").path("rejected").asInt())
                .as("%s", done)
                .isZero();
        app.bean(Warehouse.class).barrier(PATIENCE);
    }
}
