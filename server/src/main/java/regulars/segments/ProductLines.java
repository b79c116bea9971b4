package regulars.segments;

import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.select;
import static schema.commerce.Tables.ORDERS;
import static schema.commerce.Tables.ORDER_LINE;
import static schema.commerce.Tables.PRODUCT;

import java.time.Instant;
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

    /**
     * A line of no order before the first that was placed since, on rows of lines. Orders are numbered about as they come, and
     * a line has no time of its own: so those of an old year are not read for a question about the last month.
     *
     * @param from null for all lines
     */
    static Condition since(@Nullable Instant from) {
        if (from == null) return noCondition();
        return ORDER_LINE.ORDER_NUMBER.ge(
                select(min(ORDERS.NUMBER)).from(ORDERS).where(ORDERS.PLACED_AT.ge(from)));
    }

    /**
     * An order with a line of each and of none, on rows of orders.
     *
     * @param from the orders were placed since then; null when it may be any
     */
    static Condition lieIn(@Nullable Basket basket, @Nullable Instant from) {
        if (basket == null) return noCondition();
        var with = DSL.and(
                basket.with().stream().map(each -> isIn(List.of(each), from)).toList());
        return basket.without().isEmpty()
                ? with
                : with.and(isIn(basket.without(), from).not());
    }

    private static Condition isIn(List<ProductFilter> filters, @Nullable Instant from) {
        return DSL.exists(select(ORDER_LINE.ID)
                .from(ORDER_LINE)
                .where(ORDER_LINE.ORDER_NUMBER.eq(ORDERS.NUMBER), of(filters), since(from)));
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
