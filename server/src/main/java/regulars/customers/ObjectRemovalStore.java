package regulars.customers;

import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static schema.customers.Tables.CUSTOM_OBJECT;
import static schema.customers.Tables.OBJECT_CHANGE;
import static schema.customers.Tables.OBJECT_LINK;
import static schema.customers.Tables.OBJECT_TYPE;
import static schema.customers.Tables.OBJECT_VALUE;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Takes objects, and values of their fields, away for good. */
@Repository
class ObjectRemovalStore {
    /** In the order in which they let go of each other. */
    private static final Map<Table<?>, TableField<?, Long>> OF_OBJECTS = ofObjects();

    private final DSLContext dsl;

    ObjectRemovalStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** Values of a field, with the titles made of them. */
    @Transactional
    public int removeCurrent(int attribute, @Nullable Instant before, int limit) {
        var rows = dsl.select(OBJECT_VALUE.ID, OBJECT_VALUE.OBJECT_NUMBER)
                .from(OBJECT_VALUE)
                .where(OBJECT_VALUE.ATTRIBUTE_ID.eq(attribute), older(OBJECT_VALUE.GIVEN_AT, before))
                .orderBy(OBJECT_VALUE.ID)
                .limit(limit)
                .fetch();
        dsl.deleteFrom(OBJECT_VALUE)
                .where(OBJECT_VALUE.ID.in(rows.getValues(OBJECT_VALUE.ID)))
                .execute();
        dsl.update(CUSTOM_OBJECT)
                .set(CUSTOM_OBJECT.TITLE, "")
                .where(CUSTOM_OBJECT.NUMBER.in(rows.getValues(OBJECT_VALUE.OBJECT_NUMBER)))
                .and(CUSTOM_OBJECT.TYPE_ID.in(
                        select(OBJECT_TYPE.ID).from(OBJECT_TYPE).where(OBJECT_TYPE.TITLE_ATTRIBUTE_ID.eq(attribute))))
                .execute();
        return rows.size();
    }

    /** What the history says of a field. */
    int removeFormer(int attribute, @Nullable Instant before, int limit) {
        return dsl.deleteFrom(OBJECT_CHANGE)
                .where(OBJECT_CHANGE.ID.in(select(OBJECT_CHANGE.ID)
                        .from(OBJECT_CHANGE)
                        .where(OBJECT_CHANGE.ATTRIBUTE_ID.eq(attribute), older(OBJECT_CHANGE.AT, before))
                        .orderBy(OBJECT_CHANGE.ID)
                        .limit(limit)))
                .execute();
    }

    private static Condition older(TableField<?, Instant> column, @Nullable Instant before) {
        return before == null ? noCondition() : column.lt(before);
    }

    /** The next objects of a type, the deleted included. */
    @Transactional
    public int removeOfType(int type, int limit) {
        var objects = dsl.select(CUSTOM_OBJECT.NUMBER)
                .from(CUSTOM_OBJECT)
                .where(CUSTOM_OBJECT.TYPE_ID.eq(type))
                .orderBy(CUSTOM_OBJECT.NUMBER)
                .limit(limit)
                .fetch(CUSTOM_OBJECT.NUMBER);
        remove(objects);
        return objects.size();
    }

    /** How many rows went, by table. */
    Map<String, Integer> remove(Collection<Long> objects) {
        var counts = new LinkedHashMap<String, Integer>();
        OF_OBJECTS.forEach((table, object) -> counts.put(
                "customers." + table.getName(),
                dsl.deleteFrom(table).where(object.in(objects)).execute()));
        return counts;
    }

    private static Map<Table<?>, TableField<?, Long>> ofObjects() {
        var tables = new LinkedHashMap<Table<?>, TableField<?, Long>>();
        tables.put(OBJECT_VALUE, OBJECT_VALUE.OBJECT_NUMBER);
        tables.put(OBJECT_CHANGE, OBJECT_CHANGE.OBJECT_NUMBER);
        tables.put(OBJECT_LINK, OBJECT_LINK.OBJECT_NUMBER);
        tables.put(CUSTOM_OBJECT, CUSTOM_OBJECT.NUMBER);
        return tables;
    }
}
