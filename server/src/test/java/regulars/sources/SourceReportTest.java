package regulars.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static regulars.sources.TrackFixture.APP;
import static regulars.sources.TrackFixture.event;
import static regulars.sources.TrackFixture.post;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import regulars.TestImports;
import regulars.warehouse.Warehouse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** From a visit to revenue: who came by what, first and last. */
class SourceReportTest {
    private static final String REPORT = "/api/v1/insight/sources";

    @Test
    void putsRevenueDownToTheFirstAndTheLastVisit() {
        var buyer = "source-report@track.example";
        post("/v1/identify", event("report-0", Map.of("userId", "report-1", "traits", Map.of("email", buyer))))
                .requireStatus(200);
        TrackFixture.await(buyer);
        visit("report-1", "2026-01-05", "?utm_medium=cpc&utm_campaign=Report+spring", "", "Report spring", "cpc");
        visit("report-2", "2026-02-05", "", "https://www.news.report.example/a", null, null);
        visit("report-3", "2026-03-05", "", "https://shop.example/before", null, null);
        TestImports.load(APP, "orders", "Report till", "order,date,total,email\nR-1,2026-04-01,120.50," + buyer + "\n");
        APP.bean(Warehouse.class).barrier(Duration.ofSeconds(30));

        var spring = row("?by=CAMPAIGN&touch=FIRST", "Report spring");
        assertThat(spring.path("customers").asInt()).isEqualTo(1);
        assertThat(spring.path("buyers").asInt()).isEqualTo(1);
        assertThat(spring.path("orders").asInt()).isEqualTo(1);
        assertThat(spring.at("/revenue/minor").asLong()).isEqualTo(12_050);
        assertThat(row("?by=CAMPAIGN&touch=LAST", "Report spring").isMissingNode())
                .as("the last visit came from a site")
                .isTrue();
        var site = row("?by=REFERRAL&touch=LAST", "news.report.example");
        assertThat(site.at("/revenue/minor").asLong()).isEqualTo(12_050);
        assertThat(row("?by=REFERRAL&touch=LAST", "shop.example").isMissingNode())
                .as("a page of the same site is no source")
                .isTrue();
        assertThat(row("?by=CHANNEL&touch=FIRST", "paid").path("customers").asInt())
                .isPositive();
        assertThat(row("?by=CHANNEL&touch=LAST", "referral").path("customers").asInt())
                .isPositive();
        assertThat(row("?by=RECORD&touch=FIRST", "track shop").path("customers").asInt())
                .isPositive();
        assertThat(APP.owner()
                        .get(REPORT + "/export.csv?by=CAMPAIGN")
                        .requireStatus(200)
                        .text())
                .contains("source,customers,new,buyers,orders,revenue,currency", "Report spring,1,")
                .contains(",1,1,120.50,");
    }

    private static void visit(
            String id, String day, String search, String referrer, @Nullable String campaign, @Nullable String medium) {
        var properties = new HashMap<String, Object>(
                Map.of("url", "https://shop.example/" + search, "referrer", referrer, "path", "/"));
        if (campaign != null) properties.put("utm_campaign", campaign);
        if (medium != null) properties.put("utm_medium", medium);
        post(
                        "/v1/page",
                        event(
                                id,
                                Map.of(
                                        "userId",
                                        "report-1",
                                        "timestamp",
                                        day + "T10:00:00Z",
                                        "properties",
                                        properties)))
                .requireStatus(200);
    }

    private static JsonNode row(String question, String key) {
        var rows = APP.owner().get(REPORT + question).requireStatus(200).json().path("rows");
        List<JsonNode> found = rows.valueStream()
                .filter(row -> row.path("key").asString("").equals(key))
                .toList();
        return found.isEmpty() ? MissingNode.getInstance() : found.getFirst();
    }
}
