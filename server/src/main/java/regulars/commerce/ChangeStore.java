package regulars.commerce;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.INTEGER;
import static org.jooq.impl.SQLDataType.JSONB;
import static org.jooq.impl.SQLDataType.VARCHAR;
import static schema.commerce.Tables.IMPORT_CHANGE;
import static schema.commerce.Tables.LINE_SHIPPING;
import static schema.commerce.Tables.ORDERS;
import static schema.commerce.Tables.ORDER_LINE;
import static schema.commerce.Tables.ORDER_PAYMENT;
import static schema.commerce.Tables.ORDER_REFUND;
import static schema.commerce.Tables.PRODUCT;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import regulars.kernel.Batch;

/** What imports changed of orders and products, as it was before and as they left it. */
@Repository
class ChangeStore {
    private final DSLContext dsl;

    ChangeStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** What can be put back by itself. */
    enum Kind {
        LINE(
                ORDER_LINE,
                ORDER_LINE.ORDER_NUMBER,
                ORDER_LINE.LINE_NO,
                List.of(
                        ORDER_LINE.PRODUCT_NUMBER,
                        ORDER_LINE.DESCRIPTION,
                        ORDER_LINE.QUANTITY,
                        ORDER_LINE.AMOUNT_MINOR)),
        SHIPPING(LINE_SHIPPING, LINE_SHIPPING.ORDER_NUMBER, LINE_SHIPPING.LINE_NO, List.of(LINE_SHIPPING.AMOUNT_MINOR)),
        PAYMENT(
                ORDER_PAYMENT,
                ORDER_PAYMENT.ORDER_NUMBER,
                ORDER_PAYMENT.PAYMENT_NO,
                List.of(ORDER_PAYMENT.METHOD, ORDER_PAYMENT.AMOUNT_MINOR)),
        REFUND(
                ORDER_REFUND,
                ORDER_REFUND.ORDER_NUMBER,
                inline(0),
                List.of(ORDER_REFUND.AMOUNT_MINOR, ORDER_REFUND.REFUNDED_AT)),
        ORDER(ORDERS, ORDERS.NUMBER, inline(0), OrderStore.TOLD),
        TOTAL(
                ORDERS,
                ORDERS.NUMBER,
                inline(0),
                List.of(
                        ORDERS.TOTAL_MINOR,
                        ORDERS.SHIPPING_MINOR,
                        ORDERS.REVENUE_MINOR,
                        ORDERS.BASE_CURRENCY,
                        ORDERS.BASE_RATE,
                        ORDERS.REVENUE_BASE_MINOR)),
        METHOD(ORDERS, ORDERS.NUMBER, inline(0), List.of(ORDERS.PAYMENT_METHOD)),
        PRODUCTS(
                PRODUCT,
                PRODUCT.NUMBER,
                inline(0),
                List.of(PRODUCT.NAME, PRODUCT.CATEGORY, PRODUCT.BRAND, PRODUCT.PRICE_MINOR, PRODUCT.CURRENCY));

        private final Table<?> table;
        private final Field<Long> thing;
        private final Field<Integer> part;
        private final List<Field<?>> said;

        Kind(Table<?> table, Field<Long> thing, Field<Integer> part, List<Field<?>> said) {
            this.table = table;
            this.thing = thing;
            this.part = part;
            this.said = said;
        }

        private String code() {
            return this == PRODUCTS ? "product" : name().toLowerCase(Locale.ROOT);
        }

        private Field<JSONB> image() {
            return function("jsonb_build_array", JSONB, said.toArray(Field[]::new));
        }

        /** Rows with what the import did to them. */
        private Condition changedBy(UUID importId, Long[] things) {
            return IMPORT_CHANGE
                    .IMPORT_ID
                    .eq(importId)
                    .and(IMPORT_CHANGE.KIND.eq(code()))
                    .and(IMPORT_CHANGE.THING.eq(any(things)))
                    .and(thing.eq(IMPORT_CHANGE.THING))
                    .and(part.eq(IMPORT_CHANGE.PART));
        }
    }

    /** A row by its order or product and its number in there. */
    record Spot(long thing, int part) {}

    /** How the rows of these orders or products stand. */
    Map<Spot, JSONB> look(Kind kind, Collection<Long> things) {
        var seen = new HashMap<Spot, JSONB>();
        if (things.isEmpty()) return seen;
        dsl.select(kind.thing, kind.part, kind.image())
                .from(kind.table)
                .where(kind.thing.eq(any(things.toArray(Long[]::new))))
                .forEach(row -> seen.put(new Spot(row.value1(), row.value2()), row.value3()));
        return seen;
    }

    private record Change(Spot spot, @Nullable JSONB before, JSONB after) {}

    /** Keeps what is not as it was; the first look of an import counts. */
    void keep(UUID importId, Kind kind, Map<Spot, JSONB> before, Map<Spot, JSONB> after) {
        var changes = after.entrySet().stream()
                .filter(one -> !one.getValue().equals(before.get(one.getKey())))
                .map(one -> new Change(one.getKey(), before.get(one.getKey()), one.getValue()))
                .toList();
        if (changes.isEmpty()) return;
        var input = Batch.of("input", changes)
                .column("thing", BIGINT, change -> change.spot.thing)
                .column("part", INTEGER, change -> change.spot.part)
                .column("before", JSONB, Change::before)
                .column("after", JSONB, Change::after);
        dsl.insertInto(
                        IMPORT_CHANGE,
                        IMPORT_CHANGE.IMPORT_ID,
                        IMPORT_CHANGE.KIND,
                        IMPORT_CHANGE.THING,
                        IMPORT_CHANGE.PART,
                        IMPORT_CHANGE.BEFORE,
                        IMPORT_CHANGE.AFTER)
                .select(select(
                                val(importId),
                                val(kind.code()),
                                input.<Long>field("thing"),
                                input.<Integer>field("part"),
                                input.<JSONB>field("before"),
                                input.<JSONB>field("after"))
                        .from(input.table()))
                .onConflict(IMPORT_CHANGE.IMPORT_ID, IMPORT_CHANGE.KIND, IMPORT_CHANGE.THING, IMPORT_CHANGE.PART)
                .doUpdate()
                .set(IMPORT_CHANGE.AFTER, excluded(IMPORT_CHANGE.AFTER))
                .execute();
    }

    /** Orders that the import changed in parts, or else products. */
    List<Long> next(UUID importId, boolean products, int limit) {
        var ofProducts = IMPORT_CHANGE.KIND.eq(Kind.PRODUCTS.code());
        return dsl.selectDistinct(IMPORT_CHANGE.THING)
                .from(IMPORT_CHANGE)
                .where(IMPORT_CHANGE.IMPORT_ID.eq(importId))
                .and(products ? ofProducts : ofProducts.not())
                .orderBy(IMPORT_CHANGE.THING)
                .limit(limit)
                .fetch(IMPORT_CHANGE.THING);
    }

    /** Of what the import changed, what is no longer as it left it; and products that it made and that lines name. */
    Set<Long> others(UUID importId, Kind kind, Long[] things) {
        var named = kind == Kind.PRODUCTS ? IMPORT_CHANGE.BEFORE.isNull().and(sold()) : null;
        var changed = kind.image().ne(IMPORT_CHANGE.AFTER);
        return dsl.selectDistinct(kind.thing)
                .from(kind.table, IMPORT_CHANGE)
                .where(kind.changedBy(importId, things))
                .and(named == null ? changed : changed.or(named))
                .fetchSet(kind.thing);
    }

    private static Condition sold() {
        return exists(selectOne().from(ORDER_LINE).where(ORDER_LINE.PRODUCT_NUMBER.eq(PRODUCT.NUMBER)));
    }

    /** Removes what the import made and nobody touched since; tells how many. */
    int unmake(UUID importId, Kind kind, Long[] things) {
        return dsl.deleteFrom(kind.table)
                .using(IMPORT_CHANGE)
                .where(kind.changedBy(importId, things))
                .and(IMPORT_CHANGE.BEFORE.isNull())
                .and(kind.image().eq(IMPORT_CHANGE.AFTER))
                .and(kind == Kind.PRODUCTS ? sold().not() : noCondition())
                .execute();
    }

    /** Puts back what the import changed and nobody touched since; tells how many. */
    int restore(UUID importId, Kind kind, Long[] things) {
        var was = new LinkedHashMap<Field<?>, Field<?>>();
        for (int i = 0; i < kind.said.size(); i++) {
            var one = kind.said.get(i);
            was.put(
                    one,
                    field("({0} ->> {1})", VARCHAR, IMPORT_CHANGE.BEFORE, inline(i))
                            .cast(one.getDataType()));
        }
        return dsl.update(kind.table)
                .set(was)
                .from(IMPORT_CHANGE)
                .where(kind.changedBy(importId, things))
                .and(IMPORT_CHANGE.BEFORE.isNotNull())
                .and(kind.image().eq(IMPORT_CHANGE.AFTER))
                .execute();
    }

    /** Lets later imports put back what was before this one, and forgets what it did. */
    void forget(UUID importId, boolean products, Long[] things) {
        var ofProducts = IMPORT_CHANGE.KIND.eq(Kind.PRODUCTS.code());
        var mine = IMPORT_CHANGE
                .IMPORT_ID
                .eq(importId)
                .and(IMPORT_CHANGE.THING.eq(any(things)))
                .and(products ? ofProducts : ofProducts.not());
        var later = IMPORT_CHANGE.as("later");
        dsl.update(later)
                .set(later.BEFORE, IMPORT_CHANGE.BEFORE)
                .from(IMPORT_CHANGE)
                .where(mine)
                .and(later.KIND.eq(IMPORT_CHANGE.KIND))
                .and(later.THING.eq(IMPORT_CHANGE.THING))
                .and(later.PART.eq(IMPORT_CHANGE.PART))
                .and(later.IMPORT_ID.ne(IMPORT_CHANGE.IMPORT_ID))
                .and(later.BEFORE.eq(IMPORT_CHANGE.AFTER))
                .execute();
        dsl.deleteFrom(IMPORT_CHANGE).where(mine).execute();
    }
}
