package regulars.demo;

import static regulars.demo.Truth.DORMANT_DAYS;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;
import tools.jackson.databind.JsonNode;

/** The whole loop on the generated shop: import, mirror, RFM, segment, campaign, SMTP, responses, report. */
final class ShopStory {
    private static final long SEED = 20_260_101;
    private static final int CUSTOMERS = 6_000;
    private static final int HISTORY_DAYS = 730;
    private static final String SOURCE = "Shop";

    private final Workbench bench;
    private final Steps steps;
    private final Instant begin;
    private final Shop shop;

    ShopStory(Workbench bench) {
        this.bench = bench;
        this.steps = bench.steps();
        this.begin = bench.clock().instant();
        var firstDay = day(begin).minusDays(HISTORY_DAYS);
        this.shop = new Shop(SEED, CUSTOMERS, firstDay, HISTORY_DAYS + (int) Demo.BEHIND.toDays() + 1);
    }

    void tell() throws Exception {
        var truth = new Truth(shop, begin);
        steps.step("organisation", this::organisation);
        steps.step("import customers", () -> importCustomers(truth));
        steps.step("import orders", () -> importOrders(truth));
        steps.step("objects", () -> new DeviceStory(bench, day(begin)).tell() + " devices of customers");
        steps.step("mirror", this::mirror);
        steps.step("RFM and matrix", () -> grids(truth));
        var campaign = new CampaignStory(bench, truth);
        steps.step("segment", campaign::segment);
        steps.step("campaign check", campaign::check);
        steps.step("launch", campaign::launch);
        steps.step("SMTP", campaign::received);
        var responses = new Responses(bench, shop, truth, campaign);
        steps.step("60 days of responses", responses::run);
        bench.mirror();
        steps.step("report", () -> campaign.report(responses));
    }

    private static LocalDate day(Instant moment) {
        return moment.atZone(ZoneOffset.UTC).toLocalDate();
    }

    private String organisation() throws Exception {
        bench.api()
                .put(
                        "/api/v1/organisation",
                        Map.of(
                                "company", "Linden & Brass",
                                "zone", "Europe/Kyiv",
                                "currency", Shop.CURRENCY,
                                "language", "en",
                                "configured", true));
        return "Linden & Brass, Europe/Kyiv, " + Shop.CURRENCY;
    }

    private String importCustomers(Truth truth) throws Exception {
        var file = bench.folder().resolve("customers.csv");
        ShopFiles.customers(file, truth.customers());
        var counts = bench.importFile(file, SOURCE).get("counts");
        steps.expect(
                "customers created",
                truth.customers().size(),
                counts.get("created").asLong());
        steps.expect("rows rejected", 0, counts.get("rejected").asLong());
        var again = bench.importFile(file, SOURCE).get("counts");
        steps.expect(
                "customers unchanged by the same file",
                truth.customers().size(),
                again.get("unchanged").asLong());
        return counts.get("created").asLong() + " customers, the same file again changes 0";
    }

    private String importOrders(Truth truth) throws Exception {
        var file = bench.folder().resolve("orders.csv");
        ShopFiles.orders(file, truth.sales());
        var imported = bench.importFile(file, SOURCE);
        long total = truth.sales().stream().mapToLong(Sale::totalMinor).sum();
        steps.expect(
                "orders",
                truth.sales().size(),
                imported.get("counts").get("orders").asLong());
        steps.expect("money", total, imported.get("money").get(0).get("minor").asLong());
        return "%d orders, %.2f %s".formatted(truth.sales().size(), total / 100.0, Shop.CURRENCY);
    }

    private String mirror() throws Exception {
        bench.mirror();
        var job =
                bench.api().post("/api/v1/mirror/verify", Map.of()).get("jobId").asString();
        bench.await(java.util.UUID.fromString(job));
        var result = bench.api().get("/api/v1/jobs/" + job).get("result");
        steps.expect(
                "the mirror equals PostgreSQL: " + result,
                result.path("damage").isMissingNode() || result.path("damage").isNull());
        return "equal to PostgreSQL cell by cell, lag "
                + bench.api().get("/api/v1/mirror").get("lagMs").asLong() + " ms";
    }

    private String grids(Truth truth) throws Exception {
        var figures = new ArrayList<String>();
        for (var name : List.of("rfm", "matrix")) {
            var grid = bench.api().get("/api/v1/insight/" + name);
            var days = grid.get("scheme").get("periodDays");
            var sales = truth.counted(days.isNumber() ? days.asInt() : null);
            long buyers = sales.stream().map(Sale::buyerId).distinct().count();
            steps.expect(
                    "buyers of " + name,
                    buyers,
                    sum(grid, cell -> cell.get("customers").asLong()));
            steps.expect(
                    "revenue of " + name,
                    sales.stream().mapToLong(Sale::totalMinor).sum(),
                    sum(grid, cell -> cell.get("revenue").get("minor").asLong()));
            figures.add("%s: %d buyers in %d cells"
                    .formatted(name, buyers, grid.get("cells").size()));
        }
        return String.join("; ", figures);
    }

    private static long sum(JsonNode grid, ToLongFunction<JsonNode> figure) {
        long sum = 0;
        for (var cell : grid.get("cells")) sum += figure.applyAsLong(cell);
        return sum;
    }

    /** The story's letter, in the language of each reader. */
    static String letter() throws IOException {
        try (var in = ShopStory.class.getResourceAsStream("/demo/comeback.mjml")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Who has not ordered for so long that few would come back by themselves. */
    static Map<String, Object> dormant() {
        return Map.of(
                "kind", "orders",
                "measure", "DAYS_SINCE_LAST",
                "check", Map.of("operator", "AT_LEAST", "values", List.of(Integer.toString(DORMANT_DAYS))),
                "window", Map.of(),
                "statuses", List.of());
    }

    static Duration attribution() {
        return Duration.ofDays(14);
    }
}
