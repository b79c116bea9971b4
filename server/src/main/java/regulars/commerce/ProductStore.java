package regulars.commerce;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;
import static org.jooq.impl.SQLDataType.UUID;
import static org.jooq.impl.SQLDataType.VARCHAR;
import static schema.commerce.Tables.PRODUCT;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import regulars.commerce.IncomingOrder.IncomingLine;
import regulars.commerce.IncomingOrder.IncomingProduct;
import regulars.kernel.Batch;
import regulars.kernel.Ids;

/** Products as orders mention them: a mention makes a product and fills what is missing, and changes nothing else. */
@Repository
class ProductStore {
    private final DSLContext dsl;

    ProductStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    Map<String, Long> numbers(int source, List<IncomingOrder> orders, Instant now) {
        var mentioned = new TreeMap<String, IncomingProduct>();
        orders.stream()
                .flatMap(order -> order.lines().stream())
                .map(IncomingLine::product)
                .filter(Objects::nonNull)
                .forEach(product -> mentioned.merge(product.externalId(), product, ProductStore::join));
        if (mentioned.isEmpty()) return Map.of();
        fill(source, List.copyOf(mentioned.values()), now);
        return dsl.select(PRODUCT.EXTERNAL_ID, PRODUCT.NUMBER)
                .from(PRODUCT)
                .where(PRODUCT.SOURCE_ID.eq(source))
                .and(PRODUCT.EXTERNAL_ID.eq(any(mentioned.keySet().toArray(String[]::new))))
                .fetchMap(PRODUCT.EXTERNAL_ID, PRODUCT.NUMBER);
    }

    private static IncomingProduct join(IncomingProduct first, IncomingProduct next) {
        return new IncomingProduct(
                first.externalId(),
                first.name() == null ? next.name() : first.name(),
                first.category() == null ? next.category() : first.category(),
                first.brand() == null ? next.brand() : first.brand());
    }

    private void fill(int source, List<IncomingProduct> products, Instant now) {
        var input = Batch.of("input", products)
                .column("id", UUID, product -> Ids.next(now))
                .column("external_id", VARCHAR, IncomingProduct::externalId)
                .column("name", VARCHAR, product -> product.name() == null ? product.externalId() : product.name())
                .column("category", VARCHAR, IncomingProduct::category)
                .column("brand", VARCHAR, IncomingProduct::brand);
        var unnamed = PRODUCT.NAME.eq(PRODUCT.EXTERNAL_ID);
        dsl.insertInto(
                        PRODUCT,
                        PRODUCT.ID,
                        PRODUCT.SOURCE_ID,
                        PRODUCT.EXTERNAL_ID,
                        PRODUCT.NAME,
                        PRODUCT.CATEGORY,
                        PRODUCT.BRAND,
                        PRODUCT.CREATED_AT)
                .select(select(
                                input.<java.util.UUID>field("id"),
                                val(source),
                                input.<String>field("external_id"),
                                input.<String>field("name"),
                                input.<String>field("category"),
                                input.<String>field("brand"),
                                val(now))
                        .from(input.table()))
                .onConflict(PRODUCT.SOURCE_ID, PRODUCT.EXTERNAL_ID)
                .doUpdate()
                .set(PRODUCT.NAME, when(unnamed, excluded(PRODUCT.NAME)).otherwise(PRODUCT.NAME))
                .set(PRODUCT.CATEGORY, coalesce(PRODUCT.CATEGORY, excluded(PRODUCT.CATEGORY)))
                .set(PRODUCT.BRAND, coalesce(PRODUCT.BRAND, excluded(PRODUCT.BRAND)))
                .where(unnamed.and(excluded(PRODUCT.NAME).ne(PRODUCT.NAME))
                        .or(PRODUCT.CATEGORY
                                .isNull()
                                .and(excluded(PRODUCT.CATEGORY).isNotNull()))
                        .or(PRODUCT.BRAND.isNull().and(excluded(PRODUCT.BRAND).isNotNull())))
                .execute();
    }
}
