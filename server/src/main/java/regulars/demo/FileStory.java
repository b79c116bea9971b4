package regulars.demo;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;

/** The loop on a file of real orders, as far as the file goes: up to the segments, and to the mailbox with addresses. */
final class FileStory {
    private static final String SOURCE = "File";
    private static final double CONTROL_SHARE = 0.1;

    private final Workbench bench;
    private final Steps steps;
    private final DemoOptions options;

    FileStory(Workbench bench, DemoOptions options) {
        this.bench = bench;
        this.steps = bench.steps();
        this.options = options;
    }

    void tell() throws Exception {
        steps.step("organisation", this::organisation);
        var customers = options.customers();
        if (customers != null) steps.step("import customers", () -> importFile(customers));
        steps.step("import orders", () -> importFile(Objects.requireNonNull(options.orders())));
        steps.step("the same file again", this::importAgain);
        if (options.syntheticContacts()) steps.step("synthetic contacts", this::giveContacts);
        steps.step("mirror", this::mirror);
        var rfm = bench.api().get("/api/v1/insight/rfm");
        steps.step("RFM", () -> figures(rfm));
        steps.step("matrix", () -> figures(bench.api().get("/api/v1/insight/matrix")));
        var cell = largest(rfm);
        steps.step("segment", () -> segment(cell));
        steps.step("campaign", () -> campaign(cell));
    }

    private String organisation() throws Exception {
        var settings =
                Map.of("company", "Check", "zone", "UTC", "currency", "USD", "language", "en", "configured", true);
        bench.api().put("/api/v1/organisation", settings);
        return "UTC, USD";
    }

    private String importFile(Path file) throws Exception {
        var imported = bench.importFile(plain(file), SOURCE);
        var counts = imported.get("counts");
        steps.expect("rows rejected", 0, counts.get("rejected").asLong());
        var money = imported.get("money").isEmpty()
                ? ""
                : ", " + amount(imported.get("money").get(0));
        return "%d rows, %d customers, %d orders%s"
                .formatted(
                        counts.get("rows").asLong(),
                        counts.get("customers").asLong(),
                        counts.get("orders").asLong(),
                        money);
    }

    private String importAgain() throws Exception {
        var counts = bench.importFile(plain(Objects.requireNonNull(options.orders())), SOURCE)
                .get("counts");
        steps.expect("created", 0, counts.get("created").asLong());
        steps.expect("updated", 0, counts.get("updated").asLong());
        return counts.get("unchanged").asLong() + " orders unchanged";
    }

    /** Addresses that reach nobody (RFC 2606), with a consent of their own source. */
    private String giveContacts() throws Exception {
        var file = bench.folder().resolve("contacts.csv");
        int given = 0;
        try (var csv = CsvWriter.builder().build(file)) {
            csv.writeRecord("customer_id", "email", "email_consent");
            String after = "";
            do {
                var page = bench.api().get("/api/v1/customers?limit=200" + after);
                for (var customer : page.get("items")) {
                    var id = customer.get("externalId").get("value").asString();
                    csv.writeRecord(id, "c" + id + "@example.invalid", "yes");
                    given++;
                }
                after = page.path("next").isString()
                        ? "&after=" + page.get("next").asString()
                        : "";
            } while (!after.isEmpty());
        }
        bench.importFile(file, SOURCE);
        return given + " people got an address at example.invalid and a consent";
    }

    private String mirror() throws Exception {
        bench.mirror();
        var job =
                bench.api().post("/api/v1/mirror/verify", Map.of()).get("jobId").asString();
        bench.await(UUID.fromString(job));
        var result = bench.api().get("/api/v1/jobs/" + job).get("result");
        steps.expect(
                "the mirror equals PostgreSQL: " + result,
                result.path("damage").isMissingNode() || result.path("damage").isNull());
        return "equal to PostgreSQL cell by cell";
    }

    private static String figures(JsonNode grid) {
        long buyers = 0;
        for (var cell : grid.get("cells")) buyers += cell.get("customers").asLong();
        return "%d buyers in %d cells".formatted(buyers, grid.get("cells").size());
    }

    private String segment(JsonNode cell) throws Exception {
        var preview = bench.api().post("/api/v1/segments/preview", Map.of("rule", cell.get("rule")));
        steps.expect(
                "people of the segment",
                cell.get("customers").asLong(),
                preview.get("total").asLong());
        return preview.get("total").asLong() + " people: the largest RFM cell, exactly";
    }

    private String campaign(JsonNode cell) throws Exception {
        var segment = bench.api().post("/api/v1/segments", Map.of("name", "Largest cell", "rule", cell.get("rule")));
        var run = LetterRun.create(
                bench.api(), segment.get("id").asString(), CampaignStory.template(bench.api()), CONTROL_SHARE);
        var check = run.check();
        long willGet = check.get("willGet").asLong();
        if (willGet == 0) {
            return "none: nobody of the file has an address and a consent; --synthetic-contacts gives them both";
        }
        run.launch();
        var mails = run.received();
        steps.expect("mails received", willGet, mails.size());
        steps.expect(
                "different recipients",
                willGet,
                mails.stream().map(ReceivedMail::to).distinct().count());
        steps.expect(
                "accepted",
                willGet,
                run.report().get("deliveries").get("accepted").asLong());
        return "%d mails received, %d in the control group"
                .formatted(willGet, check.get("controlGroup").asLong());
    }

    private static JsonNode largest(JsonNode grid) {
        JsonNode largest = grid.get("cells").get(0);
        for (var cell : grid.get("cells")) {
            if (cell.get("customers").asLong() > largest.get("customers").asLong()) largest = cell;
        }
        return largest;
    }

    private static String amount(JsonNode money) {
        return "%s %s"
                .formatted(
                        java.math.BigDecimal.valueOf(money.get("minor").asLong(), 2)
                                .toPlainString(),
                        money.get("currency").asString());
    }

    /** The file itself, or what is packed in it. */
    private Path plain(Path file) throws IOException {
        if (!file.getFileName().toString().endsWith(".gz")) return file;
        var unpacked = bench.folder().resolve(file.getFileName().toString().replaceAll("\\.gz$", ""));
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            Files.copy(in, unpacked, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        return unpacked;
    }
}
