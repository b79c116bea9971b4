package bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import regulars.warehouse.Warehouse;
import schema.customers.Tables;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How fast one sees customers among a million: the first page of the list and a page of a timeline of 10,000 events,
 * each against hand-written SQL behind a bare HTTP server, in pairs A B A B after a warm-up; and pages that look
 * through the whole base: ordered, filtered, and the search, asked again with each letter typed. The base is made in
 * PostgreSQL once and kept in {@code bench/target/list} (about 3 GB).
 */
final class ListBench implements Benchmark {
    private static final int CUSTOMERS = 1_000_000;
    private static final int EVENTS = 10_000;
    private static final int WARM_UP = 300;
    private static final int PAIRS = 300;
    private static final double RATIO_BOUND = 3;
    private static final double SEARCH_BOUND_MS = 300;
    private static final Duration LOADING = Duration.ofMinutes(20);
    private static final List<String> TYPED = List.of(
            "given123 family345", "family89", "c777777@example", "+38067 012 34 56", "id-98765", "example.invalid");

    private final HttpClient http = HttpClient.newHttpClient();

    @Override
    public Map<String, Object> run(List<String> arguments) throws Exception {
        int customers = arguments.isEmpty() ? CUSTOMERS : Integer.parseInt(arguments.getFirst());
        var folder = SegmentBase.root().resolve("target").resolve("list");
        var script = resource("load.sql");
        int port = Ports.free();
        var server = URI.create("http://127.0.0.1:" + port);
        try (var base = SegmentBase.open(folder, script, new SegmentBase.Size(customers, EVENTS), port);
                var byHand = new ByHand(base.bean(DataSource.class))) {
            requireWhole(base.bean(Warehouse.class), customers);
            byHand.serve("/page", resource("page.sql"), true);
            byHand.serve("/timeline", resource("timeline.sql"), false);
            var list = server.resolve("/api/v1/customer-list");
            var first = pairs(post(list, "{}"), get(byHand.at("/page?" + (customers + 1))));
            var card = server.resolve("/api/v1/customers/" + longest(base.bean(DataSource.class)) + "/timeline");
            var timeline = timeline(card, byHand);
            return figures(customers, first, timeline, search(list), others(list));
        }
    }

    /** First pages that look through the whole base: ordered by a text, filtered, and both with a text searched for. */
    private Map<String, List<Double>> others(URI list) throws IOException, InterruptedException {
        var city = "\"rule\": {\"kind\": \"field\", \"field\": \"CITY\","
                + " \"check\": {\"operator\": \"IS\", \"values\": [\"city_7\"]}}";
        var byName = "\"order\": \"NAME\", \"descending\": false";
        var others = new LinkedHashMap<String, List<Double>>();
        others.put("by_name", first(list, "{" + byName + "}"));
        others.put("filtered", first(list, "{" + city + "}"));
        others.put("filtered_searched_by_name", first(list, "{" + city + ", \"q\": \"family8\", " + byName + "}"));
        return others;
    }

    private record Pairs(List<Double> product, List<Double> byHand) {
        double ratio() {
            return p95(product) / p95(byHand);
        }
    }

    private Pairs pairs(HttpRequest product, HttpRequest byHand) throws IOException, InterruptedException {
        for (int call = 0; call < WARM_UP; call++) {
            millis(product);
            millis(byHand);
        }
        var pairs = new Pairs(new ArrayList<>(), new ArrayList<>());
        for (int pair = 0; pair < PAIRS; pair++) {
            pairs.product.add(millis(product));
            pairs.byHand.add(millis(byHand));
        }
        return pairs;
    }

    /** The first page, and one in the middle of the history: the slower of them counts. */
    private Pairs timeline(URI card, ByHand byHand) throws IOException, InterruptedException {
        var newest = pairs(get(card), get(byHand.at("/timeline?9999-12-31T00:00:00Z")));
        var middle = "2021-01-15T00:30:00Z";
        var cursor = URI.create(card + "?after=" + middle + "~note~x");
        var deep = pairs(get(cursor), get(byHand.at("/timeline?" + middle)));
        return deep.ratio() > newest.ratio() ? deep : newest;
    }

    private List<Double> search(URI list) throws IOException, InterruptedException {
        var times = new ArrayList<Double>();
        for (int round = 0; round < 4; round++) {
            for (var text : TYPED) {
                for (int length = 2; length <= text.length(); length++) {
                    var q = JsonMapper.shared().writeValueAsString(text.substring(0, length));
                    double took = millis(post(list, "{\"q\": " + q + "}"));
                    if (round > 0) times.add(took);
                }
            }
        }
        return times;
    }

    private List<Double> first(URI list, String question) throws IOException, InterruptedException {
        var times = new ArrayList<Double>();
        for (int call = 0; call < 60; call++) times.add(millis(post(list, question)));
        return times.subList(10, times.size());
    }

    private static Map<String, Object> figures(
            int customers, Pairs first, Pairs timeline, List<Double> search, Map<String, List<Double>> others) {
        var figures = new LinkedHashMap<String, Object>();
        boolean quick = p95(search) <= SEARCH_BOUND_MS
                && others.values().stream().allMatch(times -> p95(times) <= SEARCH_BOUND_MS);
        figures.put("holds", first.ratio() <= RATIO_BOUND && timeline.ratio() <= RATIO_BOUND && quick);
        figures.put("first_page_ratio", Figures.rounded(first.ratio(), 2));
        figures.put("first_page_p95_ms", Figures.rounded(p95(first.product), 2));
        figures.put("by_hand_p95_ms", Figures.rounded(p95(first.byHand), 2));
        figures.put("timeline_ratio", Figures.rounded(timeline.ratio(), 2));
        figures.put("timeline_p95_ms", Figures.rounded(p95(timeline.product), 2));
        figures.put("timeline_by_hand_p95_ms", Figures.rounded(p95(timeline.byHand), 2));
        figures.put("search_p95_ms", Figures.rounded(p95(search), 1));
        figures.put("search_median_ms", Figures.rounded(Figures.median(search), 1));
        others.forEach((name, times) -> figures.put(name + "_p95_ms", Figures.rounded(p95(times), 1)));
        figures.put("bound", "ratios <= 3, all others p95 <= 300 ms");
        figures.put("customers", customers);
        figures.put("events", EVENTS);
        figures.put("pairs", PAIRS);
        figures.put("searches", search.size());
        figures.put("cores", Runtime.getRuntime().availableProcessors());
        return figures;
    }

    private static double p95(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        return sorted.get((int) Math.ceil(0.95 * sorted.size()) - 1);
    }

    private double millis(HttpRequest request) throws IOException, InterruptedException {
        long began = System.nanoTime();
        var response = http.send(request, BodyHandlers.ofString());
        double millis = (System.nanoTime() - began) / 1e6;
        if (response.statusCode() != 200)
            throw new IOException(request.uri() + ": " + response.statusCode() + " " + response.body());
        requireRows(request, JsonMapper.shared().readTree(response.body()));
        return millis;
    }

    /** A page without rows would be a fast answer to nothing; a search may find nobody. */
    private static void requireRows(HttpRequest request, JsonNode body) throws IOException {
        var rows = body.isArray() ? body : body.path("items");
        if (request.method().equals("GET") && rows.size() < 50)
            throw new IOException(request.uri() + " has " + rows.size() + " rows");
    }

    private static HttpRequest get(URI uri) {
        return HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + BenchKey.KEY)
                .build();
    }

    private static HttpRequest post(URI uri, String body) {
        return HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + BenchKey.KEY)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private static void requireWhole(Warehouse warehouse, int customers) {
        warehouse.barrier(LOADING);
        int mirrored = warehouse.read(mirror -> mirror.fetchCount(Tables.CUSTOMER));
        if (mirrored != customers) throw new IllegalStateException("the mirror has " + mirrored + " customers");
    }

    private static String longest(DataSource database) throws java.sql.SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select id from customers.customer where number = 1")) {
            row.next();
            return row.getString(1);
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(ListBench.class.getResourceAsStream("list/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
