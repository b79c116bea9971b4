package regulars.commerce;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import regulars.TestApp;
import regulars.TestClient;
import regulars.TestImports;
import regulars.access.Organisations;
import tools.jackson.databind.JsonNode;

class OrdersApiTest {
    private static final String ORDERS =
            "orderId;externalId;email;placedAt;status;currency;total;shipping;refunded;paymentMethod\n"
                    + "=listed-1;lb-1;;2026-03-05;completed;USD;26.50;2.00;1.25;card\n"
                    + "listed-2;;lister@example.com;2026-03-06T10:20:30.123456Z;cancelled;USD;9.50;0;0;@cash\n"
                    + "''-listed-3;lb-1;;2026-03-07;new;USD;12.50;;;\n";
    private static final String LINES =
            "orderId;lineNo;productId;productName;category;brand;quantity;lineAmount;shipping\n"
                    + "=listed-1;1;l1;\"=Beans, \"\"dark\"\"\";Listed > Drinks;'+Brand;2.5;19.00;2.00\n"
                    + "=listed-1;2;l2;Leaves;Listed;;1;5.50;\n";
    private static final String PAYMENTS =
            "orderId;lineNo;paymentMethod;paid\n" + "=listed-1;1;card;20.00\n=listed-1;2;-gift;6.50\n";
    private static final List<String> FILES = List.of("export", "lines", "payments");
    private static boolean there;

    private final TestApp app = TestApp.running();
    private final TestClient owner = app.owner();

    @BeforeEach
    void settle() {
        if (there) return;
        var currency = app.bean(Organisations.class).get().currency();
        TestImports.load(app, "orders", "Listing shop", ORDERS.replace("USD", currency));
        TestImports.load(app, "lines", "Listing shop", LINES);
        TestImports.load(app, "payments", "Listing shop", PAYMENTS);
        there = true;
    }

    @Test
    void theLatestComeFirstPageByPage() {
        var ids = new ArrayList<String>();
        var after = "";
        do {
            var page = owner.get("/api/v1/orders?q=LISTED-&limit=1" + after)
                    .requireStatus(200)
                    .json();
            for (JsonNode one : page.path("items"))
                ids.add(one.path("externalId").asString());
            after = page.path("next").isNull()
                    ? ""
                    : "&after=" + page.path("next").asString();
        } while (!after.isEmpty());

        assertThat(ids)
                .containsSubsequence("'-listed-3", "listed-2", "=listed-1")
                .doesNotHaveDuplicates();
        assertThat(owner.get("/api/v1/orders?after=x").code()).isEqualTo("ORDER_CURSOR_INVALID");
        assertThat(items("q=listed-&status=cancelled")).hasSize(1);
        assertThat(items("q=listed-&from=2026-03-06T18:15:00Z")).hasSize(1);
    }

    /** Whatever a spreadsheet would take for a formula; in both formats; each file into another source. */
    @Test
    void whatIsTakenHomeComesBackExactly() {
        var before = new TreeMap<String, List<String>>();
        var files = new TreeMap<String, byte[]>();
        for (var file : FILES) {
            before.put(file, rows(file));
            for (var format : List.of("csv", "xlsx")) {
                var name = file + "." + format;
                var answer = owner.get("/api/v1/orders/" + name + "?q=listed-").requireStatus(200);
                files.put(name, answer.response().body());
            }
        }
        for (var file : files.entrySet()) {
            var kind = file.getKey().replaceFirst("[.].*", "").replace("export", "orders");
            var source = "Back by " + file.getKey().replaceFirst(".*[.]", "");
            TestImports.load(app, kind, source, file.getKey(), file.getValue());
        }

        for (var file : FILES) assertThat(rows(file)).as(file).containsOnlyElementsOf(before.get(file));
        assertThat(rows("export")).hasSize(9);
        assertThat(rows("lines")).hasSize(6);
        assertThat(rows("payments")).hasSize(6);
    }

    /** Without the person's id here: each source has its own buyers. */
    private List<String> rows(String file) {
        var text = owner.get("/api/v1/orders/" + file + ".csv?q=listed-")
                .requireStatus(200)
                .text();
        return text.lines()
                .skip(1)
                .map(row -> row.replaceFirst(",[0-9a-f-]{36}$", ""))
                .toList();
    }

    private List<JsonNode> items(String query) {
        var items = new ArrayList<JsonNode>();
        owner.get("/api/v1/orders?" + query)
                .requireStatus(200)
                .json()
                .path("items")
                .forEach(items::add);
        return items;
    }
}
