package regulars.commerce;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static schema.commerce.Tables.LINE_SHIPPING;
import static schema.commerce.Tables.ORDERS;
import static schema.commerce.Tables.ORDER_LINE;
import static schema.commerce.Tables.ORDER_PAYMENT;
import static schema.commerce.Tables.ORDER_REFUND;
import static schema.commerce.Tables.ORDER_STATUS_HISTORY;
import static schema.commerce.Tables.ORDER_TOUCH;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Which imports touched which orders, and orders that are taken back. */
@Repository
class OrderUndoStore {
    private final DSLContext dsl;

    OrderUndoStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** Notes that an import changed orders that were there. */
    void touched(Collection<Long> orders, @Nullable UUID importId) {
        if (orders.isEmpty() || importId == null) return;
        dsl.insertInto(ORDER_TOUCH, ORDER_TOUCH.ORDER_NUMBER, ORDER_TOUCH.IMPORT_ID)
                .select(select(ORDERS.NUMBER, val(importId))
                        .from(ORDERS)
                        .where(ORDERS.NUMBER.eq(any(orders.toArray(Long[]::new)))))
                .onConflictDoNothing()
                .execute();
    }

    /** Nothing of what the import changed of these orders is left. */
    void untouched(Collection<Long> orders, UUID importId) {
        if (orders.isEmpty()) return;
        dsl.deleteFrom(ORDER_TOUCH)
                .where(ORDER_TOUCH.ORDER_NUMBER.eq(any(orders.toArray(Long[]::new))))
                .and(ORDER_TOUCH.IMPORT_ID.eq(importId))
                .execute();
    }

    private static Condition touchedByAnother(UUID importId) {
        return exists(selectOne()
                .from(ORDER_TOUCH)
                .where(ORDER_TOUCH.ORDER_NUMBER.eq(ORDERS.NUMBER))
                .and(ORDER_TOUCH.IMPORT_ID.ne(importId)));
    }

    private static Condition stays(Collection<UUID> importIds) {
        return ORDERS.IMPORT_ID
                .in(importIds)
                .or(ORDERS.NUMBER.in(
                        select(ORDER_TOUCH.ORDER_NUMBER).from(ORDER_TOUCH).where(ORDER_TOUCH.IMPORT_ID.in(importIds))));
    }

    List<Long> remove(UUID importId, int limit) {
        var gone = dsl.select(ORDERS.NUMBER, ORDERS.SUBJECT_NUMBER)
                .from(ORDERS)
                .where(ORDERS.IMPORT_ID.eq(importId))
                .and(not(touchedByAnother(importId)))
                .orderBy(ORDERS.NUMBER)
                .limit(limit)
                .fetch();
        var numbers = gone.map(row -> row.value1()).toArray(Long[]::new);
        if (numbers.length == 0) return List.of();
        dsl.deleteFrom(ORDER_LINE)
                .where(ORDER_LINE.ORDER_NUMBER.eq(any(numbers)))
                .execute();
        dsl.deleteFrom(ORDER_REFUND)
                .where(ORDER_REFUND.ORDER_NUMBER.eq(any(numbers)))
                .execute();
        dsl.deleteFrom(ORDER_PAYMENT)
                .where(ORDER_PAYMENT.ORDER_NUMBER.eq(any(numbers)))
                .execute();
        dsl.deleteFrom(LINE_SHIPPING)
                .where(LINE_SHIPPING.ORDER_NUMBER.eq(any(numbers)))
                .execute();
        dsl.deleteFrom(ORDER_TOUCH)
                .where(ORDER_TOUCH.ORDER_NUMBER.eq(any(numbers)))
                .execute();
        dsl.deleteFrom(ORDER_STATUS_HISTORY)
                .where(ORDER_STATUS_HISTORY.ORDER_NUMBER.eq(any(numbers)))
                .execute();
        dsl.deleteFrom(ORDERS).where(ORDERS.NUMBER.eq(any(numbers))).execute();
        return gone.map(row -> row.value2());
    }

    long kept(Collection<UUID> importIds) {
        return dsl.fetchCount(dsl.select(ORDERS.NUMBER).from(ORDERS).where(stays(importIds)));
    }

    List<String> named(Collection<UUID> importIds, int limit) {
        return dsl.select(ORDERS.EXTERNAL_ID)
                .from(ORDERS)
                .where(stays(importIds))
                .orderBy(ORDERS.NUMBER)
                .limit(limit)
                .fetch(ORDERS.EXTERNAL_ID);
    }

    Set<Long> buyers(Collection<Long> subjects) {
        return dsl.selectDistinct(ORDERS.SUBJECT_NUMBER)
                .from(ORDERS)
                .where(ORDERS.SUBJECT_NUMBER.eq(any(subjects.toArray(Long[]::new))))
                .fetchSet(ORDERS.SUBJECT_NUMBER);
    }
}
