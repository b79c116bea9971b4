package regulars.segments;

import static regulars.segments.RuleValidator.length;
import static regulars.segments.RuleValidator.texts;
import static regulars.segments.SegmentsFault.RULE_INCOMPLETE;
import static regulars.segments.SegmentsFault.RULE_LIST_TOO_LONG;

import java.util.List;
import regulars.kernel.Fault;
import regulars.segments.Rule.Basket;
import regulars.segments.Rule.ProductFilter;

/** What a condition about orders may ask about products. */
final class ProductRules {
    static final int MOST_IN_BASKET = 10;

    private ProductRules() {}

    static void check(ProductFilter products, String path) {
        texts(products.categories(), path + ".categories");
        texts(products.brands(), path + ".brands");
        length(products.products(), path + ".products");
        if (products.categories().isEmpty()
                && products.brands().isEmpty()
                && products.products().isEmpty()) {
            throw new Fault(RULE_INCOMPLETE, "Name a category, a brand or a product, or leave the filter out.")
                    .at(path, null);
        }
    }

    static void check(Basket basket, String path) {
        if (basket.with().isEmpty() && basket.without().isEmpty()) {
            throw new Fault(RULE_INCOMPLETE, "Name what is in the order or what is not, or leave the basket out.")
                    .at(path, null);
        }
        checkAll(basket.with(), path + ".with");
        checkAll(basket.without(), path + ".without");
    }

    private static void checkAll(List<ProductFilter> filters, String path) {
        if (filters.size() > MOST_IN_BASKET) {
            throw new Fault(
                            RULE_LIST_TOO_LONG,
                            "A basket may name " + MOST_IN_BASKET + " sorts of products on each side, this one has "
                                    + filters.size() + ": leave some out.")
                    .at(path, filters.size())
                    .with("limit", MOST_IN_BASKET);
        }
        for (int i = 0; i < filters.size(); i++) check(filters.get(i), path + "[" + i + "]");
    }
}
