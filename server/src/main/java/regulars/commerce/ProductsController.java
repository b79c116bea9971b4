package regulars.commerce;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import regulars.access.Organisations;
import regulars.access.TableDownload;
import regulars.commerce.ProductReadStore.Wanted;
import regulars.commerce.ProductView.ProductDetails;
import regulars.commerce.ProductView.ProductTree;
import regulars.kernel.Fault;
import regulars.kernel.Needs;
import regulars.kernel.Permission;
import regulars.kernel.RowWriter;
import regulars.kernel.Slice;
import regulars.kernel.TableFormat;

/** What is sold, in its categories and brands. */
@RestController
@RequestMapping("/api/v1/products")
@Needs(Permission.CUSTOMERS_READ)
class ProductsController {
    private static final List<String> HEADER =
            List.of("productId", "productName", "category", "brand", "price", "currency");
    private static final int LONGEST = 200;

    private final ProductReadStore store;
    private final Organisations organisations;

    ProductsController(ProductReadStore store, Organisations organisations) {
        this.store = store;
        this.organisations = organisations;
    }

    /** The newest first; {@code category} is a path and stands for all that is below it, too. */
    @GetMapping
    Slice<ProductView> products(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable String brand,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(defaultValue = "50") int limit) {
        int size = Slice.size(limit);
        var rows = store.page(wanted(q, category, brand), after, size + 1);
        return Slice.of(rows, size, row -> Long.toString(row.number()), ProductReadStore.Row::view);
    }

    @GetMapping("/tree")
    ProductTree tree() {
        return store.tree();
    }

    @GetMapping("/{id}")
    ProductDetails product(@PathVariable UUID id) {
        var details = store.details(id, organisations.get().currency());
        if (details != null) return details;
        throw new Fault(CommerceFault.PRODUCT_NOT_FOUND, "There is no product " + id + ": look in the list.")
                .at("id", id);
    }

    /** Under the names that the import of products knows. */
    @GetMapping({"/export.csv", "/export.xlsx"})
    @Needs(Permission.CUSTOMERS_EXPORT)
    ResponseEntity<StreamingResponseBody> export(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable String brand,
            TableFormat format) {
        var wanted = wanted(q, category, brand);
        return TableDownload.of("products", format, HEADER, out -> write(wanted, out));
    }

    private void write(Wanted wanted, RowWriter out) throws IOException {
        Long after = null;
        while (true) {
            var rows = store.page(wanted, after, Slice.MOST);
            for (var row : rows) {
                var one = row.view();
                var price = one.price();
                out.row(Arrays.asList(
                        one.externalId(),
                        one.name(),
                        one.category(),
                        one.brand(),
                        price == null ? null : price.decimal(),
                        price == null ? null : price.currency()));
            }
            if (rows.size() < Slice.MOST) return;
            after = rows.getLast().number();
        }
    }

    private static Wanted wanted(@Nullable String q, @Nullable String category, @Nullable String brand) {
        return new Wanted(text(q), text(category), text(brand));
    }

    private static @Nullable String text(@Nullable String given) {
        if (given == null || given.isBlank()) return null;
        var text = given.strip();
        return text.substring(0, Math.min(text.length(), LONGEST));
    }
}
