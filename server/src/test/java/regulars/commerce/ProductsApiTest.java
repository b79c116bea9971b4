package regulars.commerce;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import regulars.TestApp;
import regulars.TestClient;
import regulars.TestImports;
import tools.jackson.databind.JsonNode;

class ProductsApiTest {
    private static final String LINES = "order_id;customer_id;date;product_id;product;category;quantity;line_amount\n"
            + "t-1;buyer-t;2026-01-05;t1;Treebeans;Treegoods > Drinks > Coffee;2;19.00\n"
            + "t-1;buyer-t;2026-01-05;t2;Treeleaves;Treegoods / Drinks;1;7.50\n"
            + "t-2;buyer-t;2026-01-06;t1;Treebeans;Treegoods|Drinks|Coffee;1;9.50\n"
            + "t-2;buyer-t;2026-01-06;t3;Treecup;Treegoods;1;5.00\n";
    private static boolean there;

    private final TestApp app = TestApp.running();
    private final TestClient owner = app.owner();

    @BeforeEach
    void settle() {
        if (there) return;
        TestImports.load(app, "orders", "Tree shop", LINES);
        there = true;
    }

    @Test
    void categoriesAreATreeThatCountsWhatIsBelow() {
        var tree = new ArrayList<String>();
        for (JsonNode one :
                owner.get("/api/v1/products/tree").requireStatus(200).json().path("categories"))
            if (one.path("name").asString().startsWith("Treegoods"))
                tree.add(
                        one.path("name").asString() + " " + one.path("products").asInt());

        assertThat(tree).containsExactly("Treegoods 3", "Treegoods > Drinks 2", "Treegoods > Drinks > Coffee 1");
        assertThat(names("category=" + encoded("Treegoods > Drinks"))).containsExactly("Treeleaves", "Treebeans");
        assertThat(names("q=TREECU")).containsExactly("Treecup");
        assertThat(names("q=tree&limit=1")).hasSize(1);
    }

    @Test
    void aProductTellsWhatWasSoldOfIt() {
        var id = items("q=treebeans").getFirst().path("id").asString();

        var product = owner.get("/api/v1/products/" + id).requireStatus(200).json();
        var unknown = owner.get("/api/v1/products/" + UUID.randomUUID());

        assertThat(product.path("product").path("category").asString()).isEqualTo("Treegoods > Drinks > Coffee");
        assertThat(product.path("sales").path("orders").asInt()).isEqualTo(2);
        assertThat(product.path("sales").path("buyers").asInt()).isEqualTo(1);
        assertThat(product.path("sales").path("quantity").asDouble()).isEqualTo(3);
        assertThat(product.path("sales").path("revenue").path("minor").asLong()).isEqualTo(2850);
        assertThat(unknown.code()).isEqualTo("PRODUCT_NOT_FOUND");
    }

    @Test
    void theListIsTakenHomeAndComesBackExactly() {
        var file = owner.get("/api/v1/products/export.csv?category=" + encoded("Treegoods"))
                .requireStatus(200)
                .text();

        TestImports.load(app, "products", "Another tree shop", file.replace("Tree", "Back"));
        var again = owner.get("/api/v1/products/export.csv?category=Backgoods")
                .requireStatus(200)
                .text();

        assertThat(file.lines().toList()).hasSize(4).contains("t1,Treebeans,Treegoods > Drinks > Coffee,,,");
        assertThat(again.replace("Back", "Tree").lines().map(row -> row.replaceFirst(",[A-Z]{3}$", ",")))
                .containsExactlyInAnyOrderElementsOf(file.lines().toList());
    }

    private List<String> names(String query) {
        return items(query).stream().map(one -> one.path("name").asString()).toList();
    }

    private List<JsonNode> items(String query) {
        var items = new ArrayList<JsonNode>();
        owner.get("/api/v1/products?" + query)
                .requireStatus(200)
                .json()
                .path("items")
                .forEach(items::add);
        return items;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
