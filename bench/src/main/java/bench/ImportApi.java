package bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Imports as a program does it: upload, take the suggestions, start, wait. */
final class ImportApi {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Asking costs the product time that is measured, so it is asked the less the longer it takes. */
    private static final long SOONEST = TimeUnit.MILLISECONDS.toNanos(30);

    private static final long LATEST = TimeUnit.SECONDS.toNanos(1);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI server;

    ImportApi(int port) {
        server = URI.create("http://127.0.0.1:" + port + "/");
    }

    /** What became of the file when its import is finished. */
    JsonNode importFile(Path file) throws IOException, InterruptedException {
        var preview = upload(file);
        var whole = JSON.createObjectNode();
        var request = whole.putArray("files").addObject();
        request.set("fileId", preview.path("fileId"));
        request.set("kind", preview.path("suggestedKind"));
        request.put("source", "Bench");
        request.put("currency", "USD");
        for (JsonNode kind : preview.path("kinds")) {
            if (kind.path("kind").equals(preview.path("suggestedKind"))) {
                request.set("mapping", kind.path("suggestedMapping"));
            }
        }
        var started = send(
                "POST", "api/v1/imports", BodyPublishers.ofString(JSON.writeValueAsString(whole)), "application/json");
        var path = "api/v1/imports/" + started.path("importId").asString();
        for (long pause = SOONEST; ; pause = Math.min(LATEST, pause * 11 / 10)) {
            var one = send("GET", path, BodyPublishers.noBody(), "application/json");
            var state = one.path("state").asString();
            if (state.equals("done")) return one.path("files").path(0);
            if (!state.equals("queued") && !state.equals("running")) throw new IOException("the import " + one);
            LockSupport.parkNanos(pause);
        }
    }

    private JsonNode upload(Path file) throws IOException, InterruptedException {
        var path = "api/v1/imports/files?name=" + file.getFileName();
        return send("POST", path, BodyPublishers.ofFile(file), "application/octet-stream");
    }

    private JsonNode send(String method, String path, BodyPublisher body, String type)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(server.resolve(path))
                .header("Authorization", "Bearer " + BenchKey.KEY)
                .header("Content-Type", type)
                .method(method, body)
                .build();
        var answer = http.send(request, BodyHandlers.ofInputStream());
        try (InputStream in = answer.body()) {
            var json = JSON.readTree(in);
            if (answer.statusCode() >= 300)
                throw new IOException(path + " answered " + answer.statusCode() + ": " + json);
            return json;
        }
    }
}
