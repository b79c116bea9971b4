package regulars.commerce;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import regulars.kernel.Money;

/**
 * A product as a row of the list.
 *
 * @param category from the root down, parted by {@code " > "}
 */
record ProductView(
        UUID id,
        String externalId,
        String name,
        @Nullable String category,
        @Nullable String brand,
        @Nullable Money price) {

    /** How many products are in a category itself or below it, or of a brand. */
    record ProductGroup(String name, int products) {}

    /** The categories in the order of their paths, those above included, and the brands. */
    record ProductTree(List<ProductGroup> categories, List<ProductGroup> brands) {}

    /** What was sold of it in orders that count, in the organisation's currency. */
    record ProductSales(int orders, int buyers, double quantity, Money revenue) {}

    record ProductDetails(ProductView product, String source, ProductSales sales) {}
}
