package bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import regulars.warehouse.Warehouse;
import tools.jackson.databind.json.JsonMapper;

/**
 * One rule, asked in two ways: by HTTP as JSON, and by SQL that a person wrote for the same figures. Either answer is
 * the number of people by part of the rule: {@code total}, {@code base}, and each condition by its path.
 */
record SegmentQuestion(String name, String rule, String sql) {
    private static final String AS_OF = "2026-11-01T00:00:00Z";

    static SegmentQuestion named(String name) throws IOException {
        return new SegmentQuestion(name, SegmentBase.resource(name + ".json"), SegmentBase.resource(name + ".sql"));
    }

    /** An answer and how long it took, in milliseconds. */
    record Timed(Map<String, Integer> answer, double millis) {}

    Timed byHttp(HttpClient http, URI server) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(server.resolve("/api/v1/segments/preview"))
                .header("Authorization", "Bearer " + BenchKey.KEY)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"rule\": " + rule + ", \"asOf\": \"" + AS_OF + "\"}"))
                .build();
        long began = System.nanoTime();
        var response = http.send(request, BodyHandlers.ofString());
        double millis = (System.nanoTime() - began) / 1e6;
        if (response.statusCode() != 200)
            throw new IOException(name + ": " + response.statusCode() + " " + response.body());
        return new Timed(answer(response.body()), millis);
    }

    Timed bySql(Warehouse warehouse) {
        return warehouse.read(mirror -> mirror.connectionResult(connection -> {
            long began = System.nanoTime();
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery(sql)) {
                row.next();
                var answer = new TreeMap<String, Integer>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    answer.put(row.getMetaData().getColumnLabel(i), row.getInt(i));
                }
                return new Timed(answer, (System.nanoTime() - began) / 1e6);
            } catch (SQLException e) {
                throw new IllegalStateException(name, e);
            }
        }));
    }

    private static Map<String, Integer> answer(String body) {
        var json = JsonMapper.shared().readTree(body);
        var answer = new TreeMap<String, Integer>();
        for (var count : json.path("counts")) {
            answer.put(count.path("path").asString(), count.path("count").asInt());
        }
        answer.remove(""); // the whole rule is the total
        answer.put("total", json.path("total").asInt());
        answer.put("base", json.path("base").asInt());
        return answer;
    }
}
