package regulars.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static regulars.sources.FaultyWire.Fault.LOST_REPLY;
import static regulars.sources.FaultyWire.Fault.RESET;
import static regulars.sources.FaultyWire.Fault.UNAVAILABLE;
import static schema.collect.Tables.EVENT;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import regulars.TestApp;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Libraries as their makers ship them, each in a process of its own, over a line that fails first. */
class RealClientsTest {
    private static final TestApp APP = TestApp.running();
    private static final Path CLIENTS = Path.of("src/test/clients");
    private static final Path JAVA = CLIENTS.resolve("java");
    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir
    private Path classes;

    /** A client that runs, and the line it sends over. */
    private record Running(String name, String source, FaultyWire wire, Process process, Path log) {}

    @Test
    void storesOnceWhatEachLibrarySendsFieldByField() throws Exception {
        assumeTrue(
                Files.isDirectory(CLIENTS.resolve("node_modules")),
                "The libraries are not here: run npm install in server/src/test/clients (./regulars test does)");
        var running = new ArrayList<>(List.of(start("segment"), start("rudder"), start("posthog")));
        if (Files.isDirectory(JAVA.resolve("lib"))) running.add(startJava());
        for (Running one : running) {
            try (var wire = one.wire()) {
                assertThat(one.process().waitFor(60, TimeUnit.SECONDS))
                        .as(one.name())
                        .isTrue();
                assertThat(one.process().exitValue())
                        .as(Files.readString(one.log()))
                        .isZero();
                assertThat(wire.requests()).as(one.name() + " sent again").isGreaterThan(3);
                var sent = sent(wire);
                assertThat(sent).as(one.name()).hasSizeGreaterThan(3);
                assertThat(stored(one.source())).as(one.name()).isEqualTo(sent);
            } finally {
                one.process().destroyForcibly();
                Files.deleteIfExists(one.log());
            }
        }
    }

    private static Running start(String name) throws IOException {
        return start(name, List.of("node", CLIENTS.resolve(name + ".mjs").toString()));
    }

    /** Compiled here, with pauses of ours before the library's own; all else is the library as it comes. */
    private Running startJava() throws IOException {
        var library = library();
        var sources = List.of("SegmentJava.java", "com/segment/backo/Backo.java");
        var words = new ArrayList<>(List.of("-cp", library, "-d", classes.toString()));
        sources.forEach(source -> words.add(JAVA.resolve(source).toString()));
        int failed =
                ToolProvider.findFirst("javac").orElseThrow().run(System.out, System.err, words.toArray(String[]::new));
        assertThat(failed).isZero();
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return start("java", List.of(java, "-cp", classes + File.pathSeparator + library, "SegmentJava"));
    }

    private static String library() throws IOException {
        try (var files = Files.list(JAVA.resolve("lib"))) {
            return files.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        }
    }

    private static Running start(String name, List<String> command) throws IOException {
        var source = "wire " + name;
        var key = APP.owner()
                .post("/api/v1/api-keys", Map.of("name", source, "permissions", List.of("events.write")))
                .requireStatus(201)
                .json()
                .path("key")
                .asString();
        var wire = new FaultyWire(APP.address(), UNAVAILABLE, RESET, LOST_REPLY);
        var log = Files.createTempFile("regulars-client-" + name, ".log");
        var words = new ArrayList<>(command);
        words.addAll(List.of(wire.address(), key));
        var process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new Running(name, source, wire, process, log);
    }

    /** By message id, from what went over the line, however often it did. */
    private static Map<String, JsonNode> sent(FaultyWire wire) {
        var sent = new LinkedHashMap<String, JsonNode>();
        for (String body : wire.bodies()) {
            for (JsonNode event : JSON.readTree(body).path("batch")) {
                sent.put(id(event), whole((ObjectNode) event));
            }
        }
        return sent;
    }

    /** The properties lie apart from the rest; put together it is what was sent. */
    private static Map<String, JsonNode> stored(String source) {
        var stored = new LinkedHashMap<String, JsonNode>();
        APP.dsl()
                .selectFrom(EVENT)
                .where(EVENT.SOURCE.eq(source))
                .orderBy(EVENT.NUMBER)
                .forEach(row -> {
                    var event = (ObjectNode) JSON.readTree(row.getSent().data());
                    var properties = JSON.readTree(row.getProperties().data());
                    if (event.path("event").asString("").equals("$identify")) {
                        ((ObjectNode) event.path("properties")).set("$set", properties);
                    } else {
                        event.set(place(event), properties);
                    }
                    assertThat(stored.put(id(event), event))
                            .as("once: " + event)
                            .isNull();
                });
        return stored;
    }

    private static JsonNode whole(ObjectNode event) {
        if (!event.has(place(event))) event.putObject(place(event));
        return event;
    }

    private static String place(ObjectNode event) {
        var type = event.path("type").asString("");
        return type.equals("identify") || type.equals("group") ? "traits" : "properties";
    }

    private static String id(JsonNode event) {
        return event.path("messageId").asString(event.path("uuid").asString(""));
    }
}
