package regulars.collect;

import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.SQLDataType.BIGINT;
import static schema.collect.Tables.EVENT;
import static schema.collect.Tables.INTAKE_COUNT;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import regulars.kernel.Batch;

/** The figures of the gate, and the newest of what came in. */
@Repository
class IntakeStore {
    private final DSLContext dsl;

    IntakeStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    void count(Map<IntakeCounts.Key, Long> figures, Instant hour) {
        var sorted = figures.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(IntakeCounts.BY_SOURCE))
                .toList();
        var input = Batch.of("input", sorted)
                .column(INTAKE_COUNT.SOURCE, one -> one.getKey().source())
                .column(INTAKE_COUNT.OUTCOME, one -> one.getKey().outcome())
                .column(INTAKE_COUNT.COUNT, Map.Entry::getValue);
        dsl.insertInto(INTAKE_COUNT, INTAKE_COUNT.HOUR, INTAKE_COUNT.SOURCE, INTAKE_COUNT.OUTCOME, INTAKE_COUNT.COUNT)
                .select(select(
                                val(hour),
                                input.field(INTAKE_COUNT.SOURCE),
                                input.field(INTAKE_COUNT.OUTCOME),
                                input.field(INTAKE_COUNT.COUNT))
                        .from(input.table()))
                .onConflict(INTAKE_COUNT.HOUR, INTAKE_COUNT.SOURCE, INTAKE_COUNT.OUTCOME)
                .doUpdate()
                .set(INTAKE_COUNT.COUNT, INTAKE_COUNT.COUNT.plus(excluded(INTAKE_COUNT.COUNT)))
                .execute();
    }

    List<IntakeFigure> figures(Instant since) {
        var total = sum(INTAKE_COUNT.COUNT).cast(BIGINT);
        return dsl.select(INTAKE_COUNT.SOURCE, INTAKE_COUNT.OUTCOME, total)
                .from(INTAKE_COUNT)
                .where(INTAKE_COUNT.HOUR.ge(since))
                .groupBy(INTAKE_COUNT.SOURCE, INTAKE_COUNT.OUTCOME)
                .orderBy(INTAKE_COUNT.SOURCE, INTAKE_COUNT.OUTCOME)
                .fetch(row -> new IntakeFigure(row.value1(), row.value2(), row.value3()));
    }

    /** By the primary key, which is ordered by time: the months before are not read. */
    List<RecentEvent> newest(Instant since, int limit) {
        return dsl.select(EVENT.ID, EVENT.TYPE, EVENT.SOURCE, EVENT.RECEIVED_AT, EVENT.OCCURRED_AT)
                .from(EVENT)
                .where(EVENT.RECEIVED_AT.gt(since))
                .orderBy(EVENT.ID.desc())
                .limit(limit)
                .fetch(row -> new RecentEvent(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
    }

    void forget(Instant before) {
        dsl.deleteFrom(INTAKE_COUNT).where(INTAKE_COUNT.HOUR.lt(before)).execute();
    }
}
