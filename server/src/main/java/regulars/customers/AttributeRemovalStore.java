package regulars.customers;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;
import static schema.customers.Tables.ATTRIBUTE_CURRENT;
import static schema.customers.Tables.ATTRIBUTE_VALUE;
import static schema.customers.Tables.SOURCE_RECORD;

import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Removes values of attributes, and the words of the records that gave them. The hash of a record stays, so that the
 * same file again does not bring back what was removed.
 */
@Repository
class AttributeRemovalStore {
    private final DSLContext dsl;

    AttributeRemovalStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** @param last the key of the last row; where the next portion begins */
    record Portion(int rows, long last) {}

    /** Current values; with one goes whatever any record ever said of it. */
    @Transactional
    public Portion removeCurrent(Attribute attribute, @Nullable Instant before, long after, int limit) {
        var current = ATTRIBUTE_CURRENT;
        var wanted = current.ATTRIBUTE_ID.eq(attribute.id()).and(older(current.GIVEN_AT, before));
        var rows = dsl.select(current.ID, current.SUBJECT_NUMBER)
                .from(current)
                .where(wanted, current.ID.gt(after))
                .orderBy(current.ID)
                .limit(limit)
                .forUpdate()
                .fetch();
        if (rows.isEmpty()) return new Portion(0, after);
        delete(current, current.ID, rows.getValues(current.ID));
        forget(attribute, rows.getValues(current.SUBJECT_NUMBER), noCondition());
        return new Portion(rows.size(), rows.getLast().value1());
    }

    /** Former values; with one goes what records of its time said of it. */
    @Transactional
    public Portion removeFormer(Attribute attribute, @Nullable Instant before, long after, int limit) {
        var former = ATTRIBUTE_VALUE;
        var rows = dsl.select(former.ID, former.SUBJECT_NUMBER)
                .from(former)
                .where(former.ATTRIBUTE_ID.eq(attribute.id()), older(former.GIVEN_AT, before), former.ID.gt(after))
                .orderBy(former.ID)
                .limit(limit)
                .fetch();
        if (rows.isEmpty()) return new Portion(0, after);
        delete(former, former.ID, rows.getValues(former.ID));
        forget(attribute, rows.getValues(former.SUBJECT_NUMBER), older(SOURCE_RECORD.RECEIVED_AT, before));
        return new Portion(rows.size(), rows.getLast().value1());
    }

    private <R extends Record> void delete(Table<R> table, TableField<R, Long> key, List<Long> ids) {
        dsl.deleteFrom(table).where(key.eq(any(ids.toArray(Long[]::new)))).execute();
    }

    private void forget(Attribute attribute, List<Long> subjects, Condition among) {
        var path = val(new String[] {"attributes", attribute.key()});
        dsl.update(SOURCE_RECORD)
                .set(
                        SOURCE_RECORD.DATA,
                        field("{0} #- {1}", SOURCE_RECORD.DATA.getDataType(), SOURCE_RECORD.DATA, path))
                .where(SOURCE_RECORD.SUBJECT_NUMBER.eq(any(subjects.toArray(Long[]::new))))
                .and(condition(
                        "jsonb_exists({0} -> {1}, {2})",
                        SOURCE_RECORD.DATA, inline("attributes"), val(attribute.key())))
                .and(among)
                .execute();
    }

    private static Condition older(TableField<?, Instant> column, @Nullable Instant before) {
        return before == null ? noCondition() : column.lt(before);
    }
}
