package regulars.commerce;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.UUID;
import static org.jooq.impl.SQLDataType.VARCHAR;
import static schema.commerce.Tables.PRODUCT;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import regulars.commerce.AcceptedOrder.Outcome;
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

    Map<String, Long> numbers(int source, Collection<IncomingProduct> products, Instant now) {
        var mentioned = new TreeMap<String, IncomingProduct>();
        products.forEach(product -> mentioned.merge(product.externalId(), product, ProductStore::join));
        if (mentioned.isEmpty()) return Map.of();
        fill(source, List.copyOf(mentioned.values()), now);
        return known(source, mentioned.keySet());
    }

    /** The numbers of those that there are. */
    Map<String, Long> known(int source, Collection<String> externalIds) {
        return dsl.select(PRODUCT.EXTERNAL_ID, PRODUCT.NUMBER)
                .from(PRODUCT)
                .where(PRODUCT.SOURCE_ID.eq(source))
                .and(PRODUCT.EXTERNAL_ID.eq(any(externalIds.toArray(String[]::new))))
                .fetchMap(PRODUCT.EXTERNAL_ID, PRODUCT.NUMBER);
    }

    private static IncomingProduct join(IncomingProduct first, IncomingProduct next) {
        return new IncomingProduct(
                first.externalId(),
                first.name() == null ? next.name() : first.name(),
                first.category() == null ? next.category() : first.category(),
                first.brand() == null ? next.brand() : first.brand());
    }

    /** A list of products says what they are: its word replaces what mentions said, and each is named once. */
    List<Outcome> list(int source, List<CatalogProduct> listed, Instant now) {
        var input = Batch.of("input", listed)
                .column("id", UUID, product -> Ids.next(now))
                .column("external_id", VARCHAR, CatalogProduct::externalId)
                .column("name", VARCHAR, CatalogProduct::name)
                .column("category", VARCHAR, product -> CategoryPath.of(product.category()))
                .column("brand", VARCHAR, CatalogProduct::brand)
                .column("price", BIGINT, CatalogProduct::priceMinor)
                .column("currency", VARCHAR, product -> product.priceMinor() == null ? null : product.currency());
        var name = coalesce(input.<String>field("name"), PRODUCT.NAME);
        var changed = row(PRODUCT.NAME, PRODUCT.CATEGORY, PRODUCT.BRAND, PRODUCT.PRICE_MINOR, PRODUCT.CURRENCY)
                .isDistinctFrom(row(
                        name,
                        coalesce(input.<String>field("category"), PRODUCT.CATEGORY),
                        coalesce(input.<String>field("brand"), PRODUCT.BRAND),
                        coalesce(input.<Long>field("price"), PRODUCT.PRICE_MINOR),
                        coalesce(input.<String>field("currency"), PRODUCT.CURRENCY)));
        var outcomes = new HashMap<String, Outcome>();
        dsl.update(PRODUCT)
                .set(PRODUCT.NAME, name)
                .set(PRODUCT.CATEGORY, coalesce(input.<String>field("category"), PRODUCT.CATEGORY))
                .set(PRODUCT.BRAND, coalesce(input.<String>field("brand"), PRODUCT.BRAND))
                .set(PRODUCT.PRICE_MINOR, coalesce(input.<Long>field("price"), PRODUCT.PRICE_MINOR))
                .set(PRODUCT.CURRENCY, coalesce(input.<String>field("currency"), PRODUCT.CURRENCY))
                .from(input.table())
                .where(PRODUCT.SOURCE_ID.eq(source))
                .and(PRODUCT.EXTERNAL_ID.eq(input.<String>field("external_id")))
                .and(changed)
                .returningResult(PRODUCT.EXTERNAL_ID)
                .forEach(updated -> outcomes.put(updated.value1(), Outcome.UPDATED));
        dsl.insertInto(
                        PRODUCT,
                        PRODUCT.ID,
                        PRODUCT.SOURCE_ID,
                        PRODUCT.EXTERNAL_ID,
                        PRODUCT.NAME,
                        PRODUCT.CATEGORY,
                        PRODUCT.BRAND,
                        PRODUCT.PRICE_MINOR,
                        PRODUCT.CURRENCY,
                        PRODUCT.CREATED_AT)
                .select(select(
                                input.<java.util.UUID>field("id"),
                                val(source),
                                input.<String>field("external_id"),
                                coalesce(input.<String>field("name"), input.<String>field("external_id")),
                                input.<String>field("category"),
                                input.<String>field("brand"),
                                input.<Long>field("price"),
                                input.<String>field("currency"),
                                val(now))
                        .from(input.table()))
                .onConflictDoNothing()
                .returningResult(PRODUCT.EXTERNAL_ID)
                .forEach(made -> outcomes.put(made.value1(), Outcome.CREATED));
        return listed.stream()
                .map(product -> outcomes.getOrDefault(product.externalId(), Outcome.UNCHANGED))
                .toList();
    }

    private void fill(int source, List<IncomingProduct> products, Instant now) {
        var input = Batch.of("input", products)
                .column("id", UUID, product -> Ids.next(now))
                .column("external_id", VARCHAR, IncomingProduct::externalId)
                .column("name", VARCHAR, product -> product.name() == null ? product.externalId() : product.name())
                .column("category", VARCHAR, product -> CategoryPath.of(product.category()))
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
