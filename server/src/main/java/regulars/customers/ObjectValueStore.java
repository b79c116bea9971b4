package regulars.customers;

import static org.jooq.impl.DSL.row;
import static schema.customers.Tables.ATTRIBUTE;
import static schema.customers.Tables.OBJECT_CHANGE;
import static schema.customers.Tables.OBJECT_VALUE;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Values of the fields of objects: the current ones, and what happened to each object. */
@Repository
class ObjectValueStore {
    private static final int MOST_CHANGES = 200;

    private final DSLContext dsl;

    ObjectValueStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** Who did something, and when. */
    record By(String actor, Instant at) {}

    /** @return whether anything was different before; null values are taken away */
    boolean write(long object, Map<Attribute, @Nullable Object> values, By by) {
        boolean changed = false;
        for (var one : values.entrySet()) {
            var cell = new Cell(one.getValue());
            if (one.getValue() == null ? !remove(object, one.getKey()) : !put(object, one.getKey(), cell, by)) continue;
            changed = true;
            append(object, "field", one.getKey(), cell, by);
        }
        return changed;
    }

    private boolean remove(long object, Attribute attribute) {
        return dsl.deleteFrom(OBJECT_VALUE)
                        .where(OBJECT_VALUE.OBJECT_NUMBER.eq(object), OBJECT_VALUE.ATTRIBUTE_ID.eq(attribute.id()))
                        .execute()
                > 0;
    }

    private boolean put(long object, Attribute attribute, Cell cell, By by) {
        var table = OBJECT_VALUE;
        return dsl.insertInto(table)
                        .set(table.OBJECT_NUMBER, object)
                        .set(table.ATTRIBUTE_ID, attribute.id())
                        .set(table.TEXT_VALUE, cell.as(String.class))
                        .set(table.NUMBER_VALUE, cell.as(BigDecimal.class))
                        .set(table.BOOLEAN_VALUE, cell.as(Boolean.class))
                        .set(table.DATE_VALUE, cell.as(LocalDate.class))
                        .set(table.INSTANT_VALUE, cell.as(Instant.class))
                        .set(table.GIVEN_AT, by.at())
                        .onConflict(table.OBJECT_NUMBER, table.ATTRIBUTE_ID)
                        .doUpdate()
                        .set(table.TEXT_VALUE, DSL.excluded(table.TEXT_VALUE))
                        .set(table.NUMBER_VALUE, DSL.excluded(table.NUMBER_VALUE))
                        .set(table.BOOLEAN_VALUE, DSL.excluded(table.BOOLEAN_VALUE))
                        .set(table.DATE_VALUE, DSL.excluded(table.DATE_VALUE))
                        .set(table.INSTANT_VALUE, DSL.excluded(table.INSTANT_VALUE))
                        .set(table.GIVEN_AT, DSL.excluded(table.GIVEN_AT))
                        .where(row(
                                        table.TEXT_VALUE,
                                        table.NUMBER_VALUE,
                                        table.BOOLEAN_VALUE,
                                        table.DATE_VALUE,
                                        table.INSTANT_VALUE)
                                .isDistinctFrom(row(
                                        DSL.excluded(table.TEXT_VALUE),
                                        DSL.excluded(table.NUMBER_VALUE),
                                        DSL.excluded(table.BOOLEAN_VALUE),
                                        DSL.excluded(table.DATE_VALUE),
                                        DSL.excluded(table.INSTANT_VALUE))))
                        .execute()
                > 0;
    }

    /** Something other than a value. */
    void happened(long object, String what, @Nullable String text, By by) {
        append(object, what, null, new Cell(text), by);
    }

    private void append(long object, String what, @Nullable Attribute attribute, Cell cell, By by) {
        dsl.insertInto(OBJECT_CHANGE)
                .set(OBJECT_CHANGE.OBJECT_NUMBER, object)
                .set(OBJECT_CHANGE.WHAT, what)
                .set(OBJECT_CHANGE.ATTRIBUTE_ID, attribute == null ? null : attribute.id())
                .set(OBJECT_CHANGE.TEXT_VALUE, cell.as(String.class))
                .set(OBJECT_CHANGE.NUMBER_VALUE, cell.as(BigDecimal.class))
                .set(OBJECT_CHANGE.BOOLEAN_VALUE, cell.as(Boolean.class))
                .set(OBJECT_CHANGE.DATE_VALUE, cell.as(LocalDate.class))
                .set(OBJECT_CHANGE.INSTANT_VALUE, cell.as(Instant.class))
                .set(OBJECT_CHANGE.ACTOR, by.actor())
                .set(OBJECT_CHANGE.AT, by.at())
                .execute();
    }

    /** By object and by the key of the field. */
    Map<Long, Map<String, Object>> values(Collection<Long> objects) {
        var values = new HashMap<Long, Map<String, Object>>();
        dsl.select(OBJECT_VALUE.fields())
                .select(ATTRIBUTE.KEY, ATTRIBUTE.TYPE)
                .from(OBJECT_VALUE)
                .join(ATTRIBUTE)
                .on(ATTRIBUTE.ID.eq(OBJECT_VALUE.ATTRIBUTE_ID))
                .where(OBJECT_VALUE.OBJECT_NUMBER.in(objects))
                .forEach(one -> {
                    var value = AttributeColumns.value(one);
                    var known = values.computeIfAbsent(one.get(OBJECT_VALUE.OBJECT_NUMBER), _ -> new HashMap<>());
                    if (value != null) known.put(one.get(ATTRIBUTE.KEY), value);
                });
        return values;
    }

    /**
     * @param attribute the key of the field of which the value is; null for what is about the whole object
     * @param value that it has since; null where it was taken away
     */
    record Change(
            String what,
            @Nullable String attribute,
            @Nullable Object value,
            By by) {}

    /** The latest first. */
    List<Change> changes(long object) {
        var changes = new ArrayList<Change>();
        dsl.select(OBJECT_CHANGE.fields())
                .select(ATTRIBUTE.KEY, ATTRIBUTE.TYPE)
                .from(OBJECT_CHANGE)
                .leftJoin(ATTRIBUTE)
                .on(ATTRIBUTE.ID.eq(OBJECT_CHANGE.ATTRIBUTE_ID))
                .where(OBJECT_CHANGE.OBJECT_NUMBER.eq(object))
                .orderBy(OBJECT_CHANGE.ID.desc())
                .limit(MOST_CHANGES)
                .forEach(one -> changes.add(new Change(
                        one.get(OBJECT_CHANGE.WHAT),
                        one.get(ATTRIBUTE.KEY),
                        one.get(ATTRIBUTE.TYPE) == null
                                ? one.get(OBJECT_CHANGE.TEXT_VALUE)
                                : AttributeColumns.value(one),
                        new By(one.get(OBJECT_CHANGE.ACTOR), one.get(OBJECT_CHANGE.AT)))));
        return changes;
    }

    private record Cell(@Nullable Object value) {
        <T> @Nullable T as(Class<T> type) {
            return type.isInstance(value) ? type.cast(value) : null;
        }
    }
}
