package e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The program is killed in the middle of a file, twice, and goes on where it was; a segment follows it. */
class ImportKillTest {
    private static final int ROWS = 20_000;
    /** One row in so many has no id and names an address that is none. */
    private static final int BROKEN_EVERY = 500;

    private static final int BROKEN = ROWS / BROKEN_EVERY;
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    /** Batches as many as a large file has, and a dead program's work is taken up soon. */
    private static final Map<String, String> SETTINGS =
            Map.of("REGULARS_IMPORTBATCH", "400", "REGULARS_JOBLEASE", "4s");

    @TempDir
    private static Path folder;

    @Test
    void aKilledImportLosesNoRowAndTakesNoneTwice() throws Exception {
        var data = folder.resolve("data");
        int port = RunningProduct.freePort();
        String path;
        String segment;
        try (var product = new RunningProduct(data, port, SETTINGS);
                var person = new Person(product.address())) {
            var login = product.ownerLogin();
            assertThat(person.signIn(login)).isEqualTo(200);
            assertThat(person.choosePassword(login.get(1), "a long sentence of mine"))
                    .isEqualTo(204);
            segment = segment(person);
            path = start(person);
            await(person, path, one -> rows(one) >= ROWS / 10);
            product.kill();
        }
        try (var product = new RunningProduct(data, port, SETTINGS);
                var person = signedIn(product)) {
            assertThat(rows(person.json(path))).isBetween(ROWS / 10, ROWS - 1);
            await(person, path, one -> rows(one) >= ROWS / 2);
            product.kill();
        }
        try (var product = new RunningProduct(data, port, SETTINGS);
                var person = signedIn(product)) {
            assertThat(rows(person.json(path))).isBetween(ROWS / 2, ROWS - 1);
            assertCame(await(person, path, ImportKillTest::isOver), "created");
            assertThat(brokenLines(person, path))
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, BROKEN)
                            .mapToObj(one -> one * BROKEN_EVERY + 1)
                            .toList());
            assertThat(people(person)).isEqualTo(ROWS - BROKEN);
            assertFollowed(person, segment);

            assertCame(await(person, start(person), ImportKillTest::isOver), "unchanged");
        }
    }

    private static Person signedIn(RunningProduct product) throws Exception {
        var person = new Person(product.address());
        assertThat(person.signIn(List.of(product.ownerLogin().getFirst(), "a long sentence of mine")))
                .isEqualTo(200);
        return person;
    }

    private static String start(Person person) throws IOException, InterruptedException {
        var preview = person.upload("/api/v1/imports/files", "people.csv", file());
        var mapping = preview.path("kinds")
                .valueStream()
                .filter(kind -> kind.path("kind").asString().equals("customers"))
                .findFirst()
                .orElseThrow()
                .path("suggestedMapping");
        var request = new LinkedHashMap<String, Object>();
        request.put("fileId", preview.path("fileId").asString());
        request.put("kind", "customers");
        request.put("source", "Shop");
        request.put("mapping", mapping);
        var answer = person.send("POST", "/api/v1/imports", Map.of("files", List.of(request)));
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 202);
        var started = JsonMapper.shared().readTree(answer.body());
        return "/api/v1/imports/" + started.path("importId").asString();
    }

    private static String segment(Person person) throws IOException, InterruptedException {
        var rule =
                Map.of("kind", "field", "field", "CITY", "check", Map.of("operator", "IS", "values", List.of("Kyiv")));
        var answer = person.send("POST", "/api/v1/segments", Map.of("name", "Of Kyiv", "rule", rule));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var made = JsonMapper.shared().readTree(answer.body());
        return "/api/v1/segments/" + made.path("id").asString();
    }

    /** Everybody is a member, and each came in once in all the changes that were written. */
    private static void assertFollowed(Person person, String segment) throws IOException, InterruptedException {
        await(person, segment, one -> one.at("/segment/membership/size").asInt() == ROWS - BROKEN);
        var history = person.json(segment + "/history");
        assertThat(history.path("changes").size()).as("%s", history).isGreaterThan(2);
        assertThat(sum(history, "entered")).as("%s", history).isEqualTo(ROWS - BROKEN);
        assertThat(sum(history, "left")).as("%s", history).isZero();
    }

    private static int sum(JsonNode history, String what) {
        return history.path("days")
                .valueStream()
                .mapToInt(day -> day.path(what).asInt())
                .sum();
    }

    private static String file() {
        var file = new StringBuilder("customer id,email,first name,city,email consent\n");
        for (int row = 1; row <= ROWS; row++) {
            var person = row % BROKEN_EVERY == 0 ? ",c%d@nowhere" : "c%1$d,c%1$d@example.com";
            file.append(person.formatted(row)).append(",Anna,Kyiv,yes\n");
        }
        return file.toString();
    }

    private static JsonNode await(Person person, String path, Predicate<JsonNode> condition)
            throws IOException, InterruptedException {
        long begin = System.nanoTime();
        while (true) {
            var one = person.json(path);
            if (condition.test(one)) return one;
            assertThat(System.nanoTime() - begin).as("%s", one).isLessThan(PATIENCE.toNanos());
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private static int rows(JsonNode one) {
        return counts(one).path("rows").asInt();
    }

    private static JsonNode counts(JsonNode one) {
        return one.path("files").path(0).path("counts");
    }

    private static boolean isOver(JsonNode one) {
        var state = one.path("state").asString();
        return !state.equals("queued") && !state.equals("running");
    }

    private static void assertCame(JsonNode one, String outcome) {
        assertThat(one.path("state").asString()).as("%s", one).isEqualTo("done");
        assertThat(rows(one)).isEqualTo(ROWS);
        assertThat(counts(one).path(outcome).asInt()).as("%s", one).isEqualTo(ROWS - BROKEN);
        assertThat(counts(one).path("rejected").asInt()).isEqualTo(BROKEN);
        assertThat(counts(one).path("customers").asInt()).isEqualTo(ROWS - BROKEN);
    }

    private static List<Integer> brokenLines(Person person, String path) throws IOException, InterruptedException {
        var file = person.json(path).path("files").path(0).path("id").asString();
        return person.send("GET", path + "/files/" + file + "/errors.csv?language=en", null)
                .body()
                .lines()
                .skip(1)
                .map(line -> Integer.parseInt(line.substring(0, line.indexOf(','))))
                .toList();
    }

    private static int people(Person person) throws IOException, InterruptedException {
        var answer = person.send("POST", "/api/v1/customer-list/count", Map.of());
        return JsonMapper.shared().readTree(answer.body()).path("count").asInt();
    }
}
