package regulars.collect;

import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.INSTANT;
import static org.jooq.impl.SQLDataType.JSONB;
import static org.jooq.impl.SQLDataType.UUID;
import static org.jooq.impl.SQLDataType.VARCHAR;
import static schema.collect.Tables.EVENT;
import static schema.collect.Tables.EVENT_KEY;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import regulars.kernel.Batch;
import regulars.kernel.Ids;
import tools.jackson.databind.json.JsonMapper;

@Repository
class EventStore {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final DSLContext dsl;

    EventStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    void ensureMonth(Instant instant) {
        dsl.query("select collect.ensure_event_month({0})", val(instant)).execute();
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

    void add(List<NewEvent> events, Instant now) {
        if (events.isEmpty()) return;
        var input = Batch.of("input", events)
                .column("id", UUID, event -> Ids.next(now))
                .column("occurred_at", INSTANT, NewEvent::occurredAt)
                .column("type", VARCHAR, NewEvent::type)
                .column("subject_number", BIGINT, NewEvent::subjectNumber)
                .column("source", VARCHAR, NewEvent::source)
                .column(
                        "properties",
                        JSONB,
                        event -> org.jooq.JSONB.valueOf(JSON.writeValueAsString(event.properties())));
        dsl.insertInto(
                        EVENT,
                        EVENT.ID,
                        EVENT.RECEIVED_AT,
                        EVENT.OCCURRED_AT,
                        EVENT.TYPE,
                        EVENT.SUBJECT_NUMBER,
                        EVENT.SOURCE,
                        EVENT.PROPERTIES)
                .select(select(
                                input.<java.util.UUID>field("id"),
                                val(now),
                                input.<Instant>field("occurred_at"),
                                input.<String>field("type"),
                                input.<Long>field("subject_number"),
                                input.<String>field("source"),
                                input.<org.jooq.JSONB>field("properties"))
                        .from(input.table()))
                .execute();
    }
}
