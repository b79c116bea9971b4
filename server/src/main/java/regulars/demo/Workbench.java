package regulars.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import regulars.boot.Product;
import regulars.warehouse.Warehouse;
import regulars.work.Jobs;
import tools.jackson.databind.JsonNode;

/** What every story of the demo needs at hand. */
record Workbench(Product product, DemoApi api, DemoClock clock, Steps steps, Path folder) {
    private static final Duration LONGEST_JOB = Duration.ofMinutes(20);
    private static final Duration LONGEST_FEED = Duration.ofMinutes(10);

    /** Waits in the process for a job that the API started. */
    void await(UUID job) {
        product.bean(Jobs.class).await(job, LONGEST_JOB);
    }

    /** Waits until the mirror shows all that is written. */
    void mirror() {
        product.bean(Warehouse.class).barrier(LONGEST_FEED);
    }

    /** Uploads a file, takes the mapping that is suggested for it, imports it and answers what became of it. */
    JsonNode importFile(Path file, String source) throws Exception {
        var preview = api.upload("/api/v1/imports/files", file);
        var kind = preview.get("suggestedKind");
        Map<String, Object> request = new HashMap<>();
        request.put("fileId", preview.get("fileId"));
        request.put("kind", kind);
        request.put("source", source);
        for (var suggested : preview.get("kinds")) {
            if (suggested.get("kind").equals(kind)) request.put("mapping", suggested.get("suggestedMapping"));
        }
        var started = api.post("/api/v1/imports", Map.of("files", List.of(request)));
        await(UUID.fromString(started.get("jobId").asString()));
        return api.get("/api/v1/imports/" + started.get("importId").asString())
                .get("files")
                .get(0);
    }
}
