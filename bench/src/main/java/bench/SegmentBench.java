package bench;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import regulars.warehouse.Warehouse;

/**
 * How much slower the product's preview is, HTTP in to HTTP out, than SQL written by hand for the same figures on the
 * same file. Three rules on 1M customers and 20M order lines, or on the number of customers given; pairs A B A B after
 * a warm-up, equal answers before any time counts. The base is made in PostgreSQL once, mirrored by the product itself,
 * and kept in {@code bench/target/segment} (about 10 GB).
 */
final class SegmentBench implements Benchmark {
    private static final List<String> QUESTIONS = List.of("1-people", "2-frequent", "3-lapsed");
    private static final int CUSTOMERS = 1_000_000;
    private static final int WARM_UP = 40;
    private static final int PAIRS = 9;
    private static final double RATIO_BOUND = 2;
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

    @Override
    public Map<String, Object> run(List<String> arguments) throws Exception {
        int customers = arguments.isEmpty() ? CUSTOMERS : Integer.parseInt(arguments.getFirst());
        var folder = Path.of(System.getenv().getOrDefault("REGULARS_ROOT", "."), "bench", "target", "segment");
        int port = freePort();
        try (var base = SegmentBase.open(folder, customers, port);
                var http = HttpClient.newHttpClient()) {
            var warehouse = base.bean(Warehouse.class);
            warehouse.barrier(LOADING);
            requireWhole(warehouse, base);
            var measured = new LinkedHashMap<String, List<Pair>>();
            for (var name : QUESTIONS) {
                measured.put(
                        name,
                        measure(SegmentQuestion.named(name), http, URI.create("http://127.0.0.1:" + port), warehouse));
            }
            return figures(measured, base, warehouse);
        }
    }

    private static List<Pair> measure(SegmentQuestion question, HttpClient http, URI server, Warehouse warehouse)
            throws Exception {
        var pairs = new ArrayList<Pair>();
        for (int call = 0; call < WARM_UP; call++) question.byHttp(http, server); // a server in use is compiled
        for (int number = 0; number <= PAIRS; number++) {
            var product = question.byHttp(http, server);
            var duckdb = question.bySql(warehouse);
            if (!product.answer().equals(duckdb.answer())) {
                throw new IllegalStateException(question.name() + ": the product says " + product.answer()
                        + ", the SQL by hand says " + duckdb.answer());
            }
            System.out.printf(
                    "%s: product %.1f ms, DuckDB %.1f ms%s %s%n",
                    question.name(),
                    product.millis(),
                    duckdb.millis(),
                    number == 0 ? " (warm-up)" : "",
                    product.answer());
            if (number > 0) pairs.add(new Pair(product.millis(), duckdb.millis()));
        }
        return pairs;
    }

    private static Map<String, Object> figures(
            Map<String, List<Pair>> measured, SegmentBase base, Warehouse warehouse) {
        var all = measured.values().stream().flatMap(List::stream).toList();
        var bounded = measured.values().stream()
                .mapToDouble(pairs -> median(pairs, Pair::bounded))
                .max()
                .orElseThrow();
        var figures = new LinkedHashMap<String, Object>();
        figures.put("holds", bounded <= RATIO_BOUND);
        figures.put("ratio_to_duckdb", worst(measured));
        figures.put("ratio_after_allowance", Figures.rounded(bounded, 2));
        figures.put("bound", "2 x + 5 ms");
        figures.put(
                "preview_p95_ms",
                Figures.rounded(percentile95(all.stream().map(Pair::product).toList()), 1));
        figures.put("customers", base.customers());
        figures.put("order_lines", base.lines());
        figures.put("pairs", PAIRS);
        measured.forEach((name, pairs) -> figures.put(name, one(pairs)));
        figures.put("mirror_mb", warehouse.status().fileBytes() >> 20);
        figures.put("cores", Runtime.getRuntime().availableProcessors());
        return figures;
    }

    private static Map<String, Object> one(List<Pair> pairs) {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("product_ms", Figures.rounded(median(pairs, Pair::product), 1));
        figures.put("duckdb_ms", Figures.rounded(median(pairs, Pair::duckdb), 1));
        figures.put("ratio", Figures.rounded(median(pairs, Pair::ratio), 2));
        figures.put(
                "ratio_min",
                Figures.rounded(pairs.stream().mapToDouble(Pair::ratio).min().orElseThrow(), 2));
        figures.put(
                "ratio_max",
                Figures.rounded(pairs.stream().mapToDouble(Pair::ratio).max().orElseThrow(), 2));
        return figures;
    }

    private static double worst(Map<String, List<Pair>> measured) {
        return Figures.rounded(
                measured.values().stream()
                        .mapToDouble(pairs -> median(pairs, Pair::ratio))
                        .max()
                        .orElseThrow(),
                2);
    }

    private static double median(List<Pair> pairs, java.util.function.ToDoubleFunction<Pair> figure) {
        return Figures.median(pairs.stream().map(figure::applyAsDouble).toList());
    }

    private static double percentile95(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        return sorted.get((int) Math.ceil(0.95 * sorted.size()) - 1);
    }

    private static void requireWhole(Warehouse warehouse, SegmentBase base) {
        var lines = warehouse.status().tables().stream()
                .filter(table -> table.table().equals("commerce.order_line"))
                .mapToLong(table -> table.rows())
                .sum();
        if (lines != base.lines()) throw new IllegalStateException("the mirror has " + lines + " order lines");
    }

    private static int freePort() throws java.io.IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
