package regulars.collect;

import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.SQLDataType.UUID;
import static schema.collect.Tables.EVENT;
import static schema.collect.Tables.EVENT_KEY;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import regulars.kernel.Batch;
import regulars.kernel.Ids;

@Repository
class EventStore {
    private final DSLContext dsl;
    private volatile @Nullable YearMonth known;

    EventStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** A statement a month and process only. */
    void ensureMonth(Instant instant) {
        var month = YearMonth.from(instant.atOffset(ZoneOffset.UTC));
        if (month.equals(known)) return;
        dsl.query("select collect.ensure_event_month({0})", val(instant)).execute();
        afterCommit(() -> known = month); // a partition that is rolled back is none
    }

    private static void afterCommit(Runnable work) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            work.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                work.run();
            }
        });
    }

    /** Takes the keys that nobody took before, and tells which. */
    Set<java.util.UUID> claim(Collection<java.util.UUID> keys) {
        var input = Batch.of("input", keys.stream().sorted().toList()).column("hash", UUID, key -> key);
        return dsl.insertInto(EVENT_KEY, EVENT_KEY.HASH)
                .select(select(input.<java.util.UUID>field("hash")).from(input.table()))
                .onConflictDoNothing()
                .returningResult(EVENT_KEY.HASH)
                .fetchSet(EVENT_KEY.HASH);
    }

    void add(List<Row> rows, Instant now) {
        Batch.of("input", rows)
                .column(EVENT.ID, row -> Ids.next(now))
                .column(EVENT.RECEIVED_AT, row -> now)
                .column(EVENT.OCCURRED_AT, Row::occurredAt)
                .column(EVENT.TYPE, Row::type)
                .column(EVENT.SUBJECT_NUMBER, Row::subjectNumber)
                .column(EVENT.SOURCE, Row::source)
                .column(EVENT.PROPERTIES, row -> JSONB.valueOf(row.properties()))
                .column(EVENT.SENT, row -> JSONB.valueOf(row.sent()))
                .copyInto(dsl, EVENT);
    }

    /**
     * @param properties JSON
     * @param sent what the sender said beside them, JSON
     */
    record Row(Instant occurredAt, String type, long subjectNumber, String source, String properties, String sent) {}
}
