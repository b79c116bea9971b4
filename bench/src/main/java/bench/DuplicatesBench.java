package bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.springframework.util.FileSystemUtils;
import regulars.duplicates.model.Search;
import regulars.warehouse.Warehouse;

/**
 * How much longer the product takes to find the duplicates of a base - read it, learn, compare, keep - than DuckDB takes
 * for the joins of the blocks alone, by SQL written by hand over keys that are there already; equal numbers of pairs are
 * required first. And how well the model finds who is one in public sets whose truth is known, where the folder with
 * them is. Argument: how many people; 1M by default. The base is made once and kept in {@code bench/target/duplicates}.
 */
final class DuplicatesBench implements Benchmark {
    private static final int CUSTOMERS = 1_000_000;
    private static final int PAIRS = 3;
    private static final double RATIO_BOUND = 10;
    private static final double RL_BOUND = .97;
    private static final double FEBRL_BOUND = .99;
    private static final double AUTO_BOUND = .999;
    private static final Duration LOADING = Duration.ofMinutes(20);
    private static final Duration STILL = Duration.ofMinutes(5);

    /** @param pairs that shared a block */
    private record Timed(double seconds, long pairs) {}

    @Override
    public Map<String, Object> run(List<String> arguments) throws Exception {
        int customers = arguments.isEmpty() ? CUSTOMERS : Integer.parseInt(arguments.getFirst());
        var folder = Path.of(System.getenv().getOrDefault("REGULARS_ROOT", "."), "bench", "target", "duplicates");
        int port = Ports.free();
        try (var base = SegmentBase.open(folder, resource("base.sql"), new SegmentBase.Size(customers, 0), port);
                var api = new BenchApi(port)) {
            base.bean(Warehouse.class).barrier(LOADING);
            return measured(base, api, customers);
        }
    }

    private static Map<String, Object> measured(SegmentBase base, BenchApi api, int customers) throws Exception {
        var scratch = Files.createTempDirectory("bench-duplicates");
        try (var mirror =
                (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:" + scratch.resolve("keys.duckdb"))) {
            exportKeys(base, mirror, customers, scratch);
            var ratios = new ArrayList<Double>();
            var product = search(api, customers); // a server in use is compiled
            for (int pair = 0; pair < PAIRS; pair++) {
                var joins = joins(mirror);
                if (joins.pairs() != product.pairs())
                    throw new IllegalStateException(
                            "the joins find " + joins.pairs() + " pairs, the product compared " + product.pairs());
                product = search(api, customers);
                ratios.add(product.seconds() / joins.seconds());
                System.out.printf(
                        "joins %.2f s, product %.2f s, %d pairs%n", joins.seconds(), product.seconds(), joins.pairs());
            }
            return told(customers, Figures.median(ratios), product.pairs());
        } finally {
            FileSystemUtils.deleteRecursively(scratch);
        }
    }

    private static void exportKeys(SegmentBase base, DuckDBConnection mirror, int customers, Path scratch)
            throws IOException, SQLException {
        try (var statement = mirror.createStatement()) {
            statement.execute("create table keys (number integer, place integer, rung integer, key bigint)");
        }
        try (var search = new Search(base.bean(Search.Source.class), customers, scratch, (step, done, total) -> {});
                var rows = mirror.createAppender("main", "keys")) {
            search.forEachKey((number, place, rung, key) -> append(rows, number, place, rung, key));
        }
    }

    private static void append(DuckDBAppender rows, int number, int place, int rung, long key) {
        try {
            rows.beginRow();
            rows.append(number);
            rows.append(place);
            rows.append(rung);
            rows.append(key);
            rows.endRow();
        } catch (SQLException e) {
            throw new IllegalStateException("the keys could not be written", e);
        }
    }

    private static Timed joins(DuckDBConnection mirror) throws IOException, SQLException {
        var sql = resource("joins.sql").replace("${largest}", Integer.toString(Search.LARGEST_BLOCK));
        long began = System.nanoTime();
        try (var statement = mirror.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return new Timed((System.nanoTime() - began) / 1e9, rows.getLong(1));
        }
    }

    /** Asked for over HTTP, as a person would, until its result is there. */
    private static Timed search(BenchApi api, int customers) throws IOException, InterruptedException {
        long began = System.nanoTime();
        var job = api.post("/api/v1/duplicates/runs", Map.of("whole", true))
                .path("jobId")
                .asString();
        var progress = new AtomicInteger();
        new Patience(STILL, progress::get).await("the search", () -> {
            var now = api.get("/api/v1/jobs/" + job);
            progress.set(now.path("done").asInt());
            return now.path("state").asString().equals("done");
        });
        double seconds = (System.nanoTime() - began) / 1e9;
        var last = api.get("/api/v1/duplicates").path("last");
        if (last.path("people").asInt() != customers) throw new IllegalStateException("the search read " + last);
        return new Timed(seconds, last.path("compared").asLong());
    }

    private static Map<String, Object> told(int customers, double ratio, long pairs) throws IOException {
        var told = new LinkedHashMap<String, Object>();
        told.put("people", customers);
        told.put("pairs_a_person", Figures.rounded((double) pairs / customers, 1));
        told.put("ratio_to_blocking", Figures.rounded(ratio, 2));
        boolean holds = ratio <= RATIO_BOUND;
        var sets = KnownPairs.sets();
        if (sets.isEmpty()) {
            System.out.println("skipped: the public sets are not there (REGULARS_SHARED_DATA)");
        } else {
            holds &= known(sets.get(), told);
        }
        told.put("holds", holds);
        return told;
    }

    private static boolean known(Path sets, Map<String, Object> told) throws IOException {
        var folder = Path.of(System.getProperty("java.io.tmpdir"));
        var rlData = KnownPairs.rlData(sets).judged(folder);
        var febrl1 = KnownPairs.febrl(sets, "febrl1.csv.gz").judged(folder);
        var febrl4 = KnownPairs.febrl(sets, "febrl4a.csv.gz", "febrl4b.csv.gz").judged(folder);
        var chicago = KnownPairs.chicago(sets).judged(folder);
        long sure = rlData.sure() + febrl1.sure() + febrl4.sure();
        double auto = 1 - (double) (rlData.wrong() + febrl1.wrong() + febrl4.wrong()) / sure;
        told.put("f1_rldata500", Figures.rounded(rlData.f1(), 4));
        told.put("f1_febrl1", Figures.rounded(febrl1.f1(), 4));
        told.put("f1_febrl4", Figures.rounded(febrl4.f1(), 4));
        told.put("f1_chicago_sites", Figures.rounded(chicago.f1(), 4));
        told.put("auto_precision", Figures.rounded(auto, 5));
        told.put("auto_pairs", sure);
        return rlData.f1() >= RL_BOUND
                && febrl1.f1() >= FEBRL_BOUND
                && febrl4.f1() >= FEBRL_BOUND
                && auto >= AUTO_BOUND;
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Optional.ofNullable(DuplicatesBench.class.getResourceAsStream("duplicates/" + name))
                .orElseThrow(() -> new IOException("no resource " + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
