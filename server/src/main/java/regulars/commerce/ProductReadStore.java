package regulars.commerce;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;
import static schema.commerce.Tables.ORDERS;
import static schema.commerce.Tables.ORDER_LINE;
import static schema.commerce.Tables.ORDER_STATUS;
import static schema.commerce.Tables.PRODUCT;
import static schema.customers.Tables.SOURCE;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import regulars.commerce.ProductView.ProductDetails;
import regulars.commerce.ProductView.ProductGroup;
import regulars.commerce.ProductView.ProductSales;
import regulars.commerce.ProductView.ProductTree;
import regulars.kernel.Money;
import regulars.warehouse.Warehouse;
import schema.commerce.tables.records.ProductRecord;

/** Products as people look at them: the list and the tree on the mirror, one by key in PostgreSQL. */
@Repository
class ProductReadStore {
    private final DSLContext dsl;
    private final Warehouse warehouse;

    ProductReadStore(DSLContext dsl, Warehouse warehouse) {
        this.dsl = dsl;
        this.warehouse = warehouse;
    }

    /**
     * Which products.
     *
     * @param search any part of the name or of the id at the source
     * @param category those in it and below it
     */
    record Wanted(
            @Nullable String search,
            @Nullable String category,
            @Nullable String brand) {
        private Condition condition() {
            var found = noCondition();
            if (search != null) {
                var part = search.toLowerCase(Locale.ROOT);
                found = contains(PRODUCT.NAME, part).or(contains(PRODUCT.EXTERNAL_ID, part));
            }
            if (category != null) {
                var below = function("starts_with", Boolean.class, PRODUCT.CATEGORY, val(category + CategoryPath.STEP));
                found = found.and(PRODUCT.CATEGORY.eq(category).or(below.isTrue()));
            }
            return brand == null ? found : found.and(PRODUCT.BRAND.eq(brand));
        }

        private static Condition contains(Field<String> text, String part) {
            return function("contains", Boolean.class, lower(text), val(part)).isTrue();
        }
    }

    /** A row with the number that a page goes on after. */
    record Row(long number, ProductView view) {}

    List<Row> page(Wanted wanted, @Nullable Long after, int limit) {
        return warehouse.read(mirror -> mirror.select(PRODUCT.fields())
                .from(PRODUCT)
                .where(wanted.condition())
                .and(after == null ? noCondition() : PRODUCT.NUMBER.lt(after))
                .orderBy(PRODUCT.NUMBER.desc())
                .limit(limit)
                .fetch(row -> new Row(row.get(PRODUCT.NUMBER), view(row))));
    }

    ProductTree tree() {
        return warehouse.read(mirror -> new ProductTree(categories(mirror), groups(mirror, PRODUCT.BRAND)));
    }

    /** Each category counts for all those above it, too. */
    private static List<ProductGroup> categories(DSLContext mirror) {
        var counts = new TreeMap<String, Integer>();
        for (ProductGroup group : groups(mirror, PRODUCT.CATEGORY)) {
            for (int end = 0; end >= 0; ) {
                end = group.name().indexOf(CategoryPath.STEP, end + 1);
                var path = end < 0 ? group.name() : group.name().substring(0, end);
                counts.merge(path, group.products(), Integer::sum);
            }
        }
        var tree = new ArrayList<ProductGroup>();
        counts.forEach((path, products) -> tree.add(new ProductGroup(path, products)));
        return tree;
    }

    private static List<ProductGroup> groups(DSLContext mirror, TableField<ProductRecord, String> field) {
        return mirror.select(field, count())
                .from(PRODUCT)
                .where(field.isNotNull())
                .groupBy(field)
                .orderBy(field)
                .fetch(row -> new ProductGroup(row.value1(), row.value2()));
    }

    /** The product with what was sold of it; null when there is none. */
    @Nullable
    ProductDetails details(UUID id, String currency) {
        var row = dsl.select(PRODUCT.fields())
                .select(SOURCE.NAME.as("source_name"))
                .from(PRODUCT)
                .leftJoin(SOURCE)
                .on(SOURCE.ID.eq(PRODUCT.SOURCE_ID))
                .where(PRODUCT.ID.eq(id))
                .fetchOne();
        if (row == null) return null;
        var source = row.get("source_name", String.class);
        return new ProductDetails(view(row), source == null ? "" : source, sales(row.get(PRODUCT.NUMBER), currency));
    }

    /** Over all orders, so on the mirror. */
    private ProductSales sales(long product, String currency) {
        var revenue = sum(ORDER_LINE.AMOUNT_MINOR.cast(BigDecimal.class).mul(ORDERS.BASE_RATE));
        return warehouse.read(mirror -> mirror.select(
                        countDistinct(ORDERS.NUMBER),
                        countDistinct(Warehouse.customer(ORDERS)),
                        coalesce(sum(ORDER_LINE.QUANTITY), BigDecimal.ZERO),
                        coalesce(revenue, BigDecimal.ZERO))
                .from(ORDER_LINE)
                .join(ORDERS)
                .on(ORDERS.NUMBER.eq(ORDER_LINE.ORDER_NUMBER))
                .where(ORDER_LINE.PRODUCT_NUMBER.eq(product))
                .and(ORDERS.STATUS.in(counting()))
                .fetchSingle(row -> new ProductSales(
                        row.value1(),
                        row.value2(),
                        row.value3().doubleValue(),
                        new Money(
                                row.value4()
                                        .setScale(0, java.math.RoundingMode.HALF_UP)
                                        .longValueExact(),
                                currency))));
    }

    private List<String> counting() {
        return dsl.select(ORDER_STATUS.CODE)
                .from(ORDER_STATUS)
                .where(ORDER_STATUS.COUNTS)
                .fetch(ORDER_STATUS.CODE);
    }

    private static ProductView view(Record row) {
        var price = row.get(PRODUCT.PRICE_MINOR);
        var currency = row.get(PRODUCT.CURRENCY);
        return new ProductView(
                row.get(PRODUCT.ID),
                row.get(PRODUCT.EXTERNAL_ID),
                row.get(PRODUCT.NAME),
                row.get(PRODUCT.CATEGORY),
                row.get(PRODUCT.BRAND),
                price == null || currency == null ? null : new Money(price, currency));
    }
}
