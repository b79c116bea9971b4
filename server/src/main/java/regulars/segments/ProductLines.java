package regulars.segments;

import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.select;
import static schema.commerce.Tables.ORDERS;
import static schema.commerce.Tables.ORDER_LINE;
import static schema.commerce.Tables.PRODUCT;

import java.util.List;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import regulars.segments.Rule.Basket;
import regulars.segments.Rule.ProductFilter;

/** Which lines are of certain products, and which orders have such lines; a refund takes no line out of its order. */
final class ProductLines {
    /** What parts the steps of a category's path. */
    private static final String STEP = " > ";

    private ProductLines() {}

    /** A line of the products of one of them, on rows of lines. */
    static Condition of(List<ProductFilter> filters) {
        return ORDER_LINE.PRODUCT_NUMBER.in(select(PRODUCT.NUMBER)
                .from(PRODUCT)
                .where(or(filters.stream().map(ProductLines::wanted).toList())));
    }

    /** An order with a line of each and of none, on rows of orders. */
    static Condition lieIn(@Nullable Basket basket) {
        if (basket == null) return noCondition();
        var with =
                DSL.and(basket.with().stream().map(each -> isIn(List.of(each))).toList());
        return basket.without().isEmpty()
                ? with
                : with.and(isIn(basket.without()).not());
    }

    private static Condition isIn(List<ProductFilter> filters) {
        return DSL.exists(
                select(ORDER_LINE.ID).from(ORDER_LINE).where(ORDER_LINE.ORDER_NUMBER.eq(ORDERS.NUMBER), of(filters)));
    }

    private static Condition wanted(ProductFilter products) {
        return (products.categories().isEmpty() ? noCondition() : inCategories(products.categories()))
                .and(products.brands().isEmpty() ? noCondition() : Folding.in(PRODUCT.BRAND, products.brands()))
                .and(products.products().isEmpty() ? noCondition() : PRODUCT.ID.in(products.products()));
    }

    /** In one of them, or below it. */
    private static Condition inCategories(List<String> categories) {
        var below = categories.stream()
                .map(category -> Folding.startsWith(PRODUCT.CATEGORY, category + STEP))
                .toList();
        return Folding.in(PRODUCT.CATEGORY, categories).or(or(below));
    }
}
