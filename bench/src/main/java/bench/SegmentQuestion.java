package bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import regulars.warehouse.Warehouse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One rule, asked in three ways: by HTTP as JSON, and by SQL that a person wrote for the same figures, on the mirror
 * and on PostgreSQL's own tables. Each answer is the number of people by part of the rule: {@code total}, {@code base},
 * and each condition by its path.
 */
record SegmentQuestion(String name, Instant asOf, String rule, String duckdb, String postgres) {
    /** @param inner the segment that the rule may ask about */
    static SegmentQuestion named(String name, Instant asOf, UUID inner) throws IOException {
        return new SegmentQuestion(
                name,
                asOf,
                SegmentBase.resource(name + ".json").replace("${inner}", inner.toString()),
                SegmentBase.resource(name + ".duckdb.sql").replace("${asOf}", asOf.toString()),
                SegmentBase.resource(name + ".postgres.sql").replace("${asOf}", asOf.toString()));
    }

    /** An answer and how long it took, in milliseconds. */
    record Timed(Map<String, Integer> answer, double millis) {}

    /** It asks about the last so many days only. */
    boolean windowed() {
        return rule.contains("\"days\"");
    }

    Timed byHttp(HttpClient http, URI server) throws IOException, InterruptedException {
        long began = System.nanoTime();
        var json = post(http, server.resolve("/api/v1/segments/preview"), asOf);
        return new Timed(answer(json), (System.nanoTime() - began) / 1e6);
    }

    /** The whole streamed panel to its last line, in milliseconds; its total has to be the preview's. */
    double panel(HttpClient http, URI server) throws IOException, InterruptedException {
        long began = System.nanoTime();
        var lines = send(http, server.resolve("/api/v1/segments/preview/panel"), "{\"rule\": " + rule + "}")
                .lines()
                .filter(line -> !line.isBlank())
                .map(JsonMapper.shared()::readTree)
                .toList();
        double millis = (System.nanoTime() - began) / 1e6;
        var total = lines.getFirst();
        if (!lines.getLast().path("part").asString().equals("months"))
            throw new IllegalStateException(name + ": the panel ended with " + lines.getLast());
        var preview = post(
                http,
                server.resolve("/api/v1/segments/preview"),
                Instant.parse(total.path("asOf").asString()));
        if (total.path("total").asInt() != preview.path("total").asInt())
            throw new IllegalStateException(name + ": the panel says " + total + ", the preview " + preview);
        return millis;
    }

    private JsonNode post(HttpClient http, URI address, Instant at) throws IOException, InterruptedException {
        var body = send(http, address, "{\"rule\": " + rule + ", \"asOf\": \"" + at + "\"}");
        return JsonMapper.shared().readTree(body);
    }

    private String send(HttpClient http, URI address, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + BenchKey.KEY)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        var response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200)
            throw new IOException(name + ": " + response.statusCode() + " " + response.body());
        return response.body();
    }

    Timed onMirror(Warehouse warehouse) {
        return warehouse.read(mirror -> mirror.connectionResult(connection -> bySql(connection, duckdb)));
    }

    /** With memory for its sorts and hashes. */
    Timed onPostgres(DataSource database) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("set work_mem = '256MB'");
            try {
                return bySql(connection, postgres);
            } finally {
                statement.execute("reset work_mem");
            }
        }
    }

    private Timed bySql(Connection connection, String sql) {
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
    }

    private static Map<String, Integer> answer(JsonNode json) {
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
