package bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import javax.sql.DataSource;
import regulars.kernel.Actor;
import regulars.segments.Rule;
import regulars.segments.Segments;
import regulars.warehouse.Warehouse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How much slower the product's preview is, HTTP in to HTTP out, than SQL written by hand for the same figures on the
 * same file; how much faster than SQL by hand on PostgreSQL's own tables; and what the whole panel takes. Twelve rules
 * on 1M customers and 20M events, or on the number of customers, and of events, given; pairs A B A B after a warm-up,
 * equal answers before any time counts. The base is that of {@link LiveBench}. A larger base is compared with what was
 * measured of the usual one, {@code bench/results/segment.json}: times may grow as the people do, and a fifth more.
 */
final class SegmentBench implements Benchmark {
    private static final List<String> QUESTIONS = List.of(
            "1-people",
            "2-frequent",
            "3-lapsed",
            "4-never",
            "5-viewers",
            "6-devoted",
            "7-view-then-cart",
            "8-abandoned",
            "9-segment",
            "10-prices",
            "11-dear",
            "12-silent");
    private static final int CUSTOMERS = 1_000_000;
    private static final int WARM_UP = 20;
    private static final int PAIRS = 9;
    private static final int FEW = 3;
    private static final double RATIO_BOUND = 1.5;
    private static final double WORST_BOUND = 3;
    private static final double WINDOWED_BOUND_MS = 150;
    private static final double SPEEDUP_BOUND = 5;
    private static final double PANEL_BOUND = 15;
    private static final double GROWTH_BOUND = 1.2;
    private static final double ALLOWANCE_MS = 5;
    private static final Duration LOADING = Duration.ofMinutes(40);

    private record Pair(double product, double duckdb) {
        double ratio() {
            return product / duckdb;
        }

        /** What is left of the ratio after the fixed allowance. */
        double bounded() {
            return (product - ALLOWANCE_MS) / duckdb;
        }
    }

    /** What was measured of one question. */
    private record Measured(SegmentQuestion question, List<Pair> pairs, double postgres, double panel) {
        double median(ToDoubleFunction<Pair> figure) {
            return Figures.median(pairs.stream().map(figure::applyAsDouble).toList());
        }

        double speedup() {
            return postgres / median(Pair::product);
        }

        double panelRatio() {
            return panel / median(Pair::product);
        }

        Map<String, Object> told() {
            var told = new LinkedHashMap<String, Object>();
            told.put("product_ms", Figures.rounded(median(Pair::product), 1));
            told.put("duckdb_ms", Figures.rounded(median(Pair::duckdb), 1));
            told.put("postgres_ms", Figures.rounded(postgres, 0));
            told.put("panel_ms", Figures.rounded(panel, 0));
            told.put("ratio", Figures.rounded(median(Pair::ratio), 2));
            told.put("ratio_after_allowance", Figures.rounded(median(Pair::bounded), 2));
            return told;
        }
    }

    @Override
    public Map<String, Object> run(List<String> arguments) throws Exception {
        var size = SegmentBase.Size.of(arguments.isEmpty() ? CUSTOMERS : Integer.parseInt(arguments.getFirst()));
        if (arguments.size() > 1) size = new SegmentBase.Size(size.customers(), Integer.parseInt(arguments.get(1)));
        int port = Ports.free();
        try (var base = SegmentBase.open(size, port);
                var http = HttpClient.newHttpClient()) {
            base.bean(Warehouse.class).barrier(LOADING);
            requireWhole(base);
            base.clearSegments();
            var inner = inner(base);
            var server = URI.create("http://127.0.0.1:" + port);
            var asOf = Instant.now().truncatedTo(ChronoUnit.DAYS); // the SQL by hand knows no zones
            var measured = new ArrayList<Measured>();
            for (var name : QUESTIONS) {
                measured.add(measure(SegmentQuestion.named(name, asOf, inner), http, server, base));
            }
            var figures = figures(measured, base);
            if (base.customers() > CUSTOMERS) compare(figures, base);
            return figures;
        }
    }

    /** With the usual base: how many times as long each question takes. */
    private static void compare(Map<String, Object> figures, SegmentBase base) throws IOException {
        var usual = JsonMapper.shared()
                .readTree(Files.readString(SegmentBase.root().resolve("results").resolve("segment.json")));
        var now = JsonMapper.shared().<JsonNode>valueToTree(figures);
        double growth = QUESTIONS.stream()
                .mapToDouble(name -> now.path(name).path("product_ms").asDouble()
                        / usual.path(name).path("product_ms").asDouble())
                .max()
                .orElseThrow();
        figures.put("worst_growth", Figures.rounded(growth, 1));
        figures.put("holds", growth <= GROWTH_BOUND * base.customers() / CUSTOMERS);
    }

    private static UUID inner(SegmentBase base) throws IOException {
        var rule = JsonMapper.shared().readValue(SegmentBase.resource("inner.json"), Rule.class);
        var inner = base.bean(Segments.class).create("Inner " + System.nanoTime(), rule, Actor.SYSTEM);
        base.settle(0);
        return inner;
    }

    private static Measured measure(SegmentQuestion question, HttpClient http, URI server, SegmentBase base)
            throws IOException, InterruptedException, SQLException {
        var pairs = new ArrayList<Pair>();
        for (int call = 0; call < WARM_UP; call++) question.byHttp(http, server); // a server in use is compiled
        for (int number = 0; number <= PAIRS; number++) {
            var product = question.byHttp(http, server);
            var duckdb = question.onMirror(base.bean(Warehouse.class));
            requireEqual(question, product, duckdb);
            if (number > 0) pairs.add(new Pair(product.millis(), duckdb.millis()));
        }
        var panels = new ArrayList<Double>();
        for (int number = 0; number < FEW; number++) panels.add(question.panel(http, server));
        var postgres = new ArrayList<Double>();
        for (int number = 0; number < FEW; number++) {
            var answer = question.onPostgres(base.bean(DataSource.class));
            requireEqual(question, question.byHttp(http, server), answer);
            if (number > 0) postgres.add(answer.millis());
        }
        var measured = new Measured(question, pairs, Figures.median(postgres), Figures.median(panels));
        System.out.println(question.name() + " " + measured.told());
        return measured;
    }

    private static void requireEqual(
            SegmentQuestion question, SegmentQuestion.Timed product, SegmentQuestion.Timed byHand) {
        if (product.answer().equals(byHand.answer())) return;
        throw new IllegalStateException(question.name() + ": the product says " + product.answer()
                + ", the SQL by hand says " + byHand.answer());
    }

    private static Map<String, Object> figures(List<Measured> measured, SegmentBase base) {
        double ratio = Figures.median(
                measured.stream().map(one -> one.median(Pair::bounded)).toList());
        double worst = measured.stream()
                .mapToDouble(one -> one.median(Pair::ratio))
                .max()
                .orElseThrow();
        double windowed = percentile95(measured.stream()
                .filter(one -> one.question().windowed())
                .flatMap(one -> one.pairs().stream())
                .map(Pair::product)
                .toList());
        double speedup = Figures.median(measured.stream().map(Measured::speedup).toList());
        double panel =
                Figures.median(measured.stream().map(Measured::panelRatio).toList());
        var figures = new LinkedHashMap<String, Object>();
        figures.put(
                "holds",
                ratio <= RATIO_BOUND
                        && worst <= WORST_BOUND
                        && windowed <= WINDOWED_BOUND_MS
                        && speedup >= SPEEDUP_BOUND
                        && panel <= PANEL_BOUND);
        figures.put("ratio_to_duckdb", Figures.rounded(ratio, 2));
        figures.put("worst_ratio", Figures.rounded(worst, 2));
        figures.put("preview_p95_ms", Figures.rounded(windowed, 1));
        figures.put("speedup_over_postgres", Figures.rounded(speedup, 1));
        figures.put("panel_ratio", Figures.rounded(panel, 1));
        figures.put(
                "worst_panel_ratio",
                Figures.rounded(
                        measured.stream()
                                .mapToDouble(Measured::panelRatio)
                                .max()
                                .orElseThrow(),
                        1));
        figures.put("allowance_ms", ALLOWANCE_MS);
        figures.put("customers", base.customers());
        figures.put("events", base.events());
        figures.put("pairs", PAIRS);
        for (var one : measured) figures.put(one.question().name(), one.told());
        figures.put("mirror_mb", base.bean(Warehouse.class).status().fileBytes() >> 20);
        figures.put("cores", Runtime.getRuntime().availableProcessors());
        return figures;
    }

    private static double percentile95(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        return sorted.get((int) Math.ceil(0.95 * sorted.size()) - 1);
    }

    private static void requireWhole(SegmentBase base) {
        long events = base.bean(Warehouse.class).status().tables().stream()
                .filter(table -> table.table().equals("collect.event"))
                .mapToLong(table -> table.rows())
                .sum();
        if (events < base.events()) throw new IllegalStateException("the mirror has " + events + " events");
    }
}
