package regulars.collect;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.val;
import static schema.collect.Tables.EVENT;
import static schema.collect.Tables.EVENT_RETENTION;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class StoredEventStore {
    private static final Set<String> CALLS = Set.of(IncomingEvent.IDENTIFY, "page", "screen", "group", "alias");
    private static final Field<String> NAME =
            DSL.field("{0} ->> 'event'", SQLDataType.VARCHAR, EVENT.SENT).as("name");

    private final DSLContext dsl;

    StoredEventStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * An event as it lies there.
     *
     * @param formerly what its person was called before, as its wire says it
     * @param properties JSON
     */
    record Stored(String stream, String call, long subject, List<String> formerly, String properties) {
        Stored {
            formerly = List.copyOf(formerly);
        }
    }

    int delete(Collection<Long> numbers) {
        return dsl.deleteFrom(EVENT)
                .where(EVENT.NUMBER.eq(any(numbers.toArray(Long[]::new))))
                .execute();
    }

    List<Stored> find(Collection<Long> numbers) {
        return dsl.select(EVENT.SOURCE, EVENT.TYPE, NAME, EVENT.SUBJECT_NUMBER, EVENT.PROPERTIES, EVENT.SENT)
                .from(EVENT)
                .where(EVENT.NUMBER.eq(any(numbers.toArray(Long[]::new))))
                .orderBy(EVENT.NUMBER)
                .fetch(row -> new Stored(
                        row.value1(),
                        call(row.value2(), row.value3()),
                        row.value4(),
                        formerly(row.value2(), row.value5().data(), row.value6().data()),
                        row.value5().data()));
    }

    /** Somebody may have tracked an event by the name of a call: it has that name in what was sent as well. */
    private static String call(String type, @Nullable String name) {
        return CALLS.contains(type) && (name == null || name.startsWith("$")) ? type : "track";
    }

    private static List<String> formerly(String type, String properties, String sent) {
        var said = JsonMapper.shared().readTree(sent);
        var visitor = Stream.of(said.path("anonymousId"), said.at("/properties/$anon_distinct_id"));
        var alias = Stream.of(
                said.path("previousId"),
                JsonMapper.shared().readTree(properties).path("alias"));
        return Stream.concat(visitor, type.equals(IncomingEvent.ALIAS) ? alias : Stream.empty())
                .map(id -> id.asString(""))
                .toList();
    }

    List<EventRetention> retention() {
        return dsl.selectFrom(EVENT_RETENTION)
                .orderBy(EVENT_RETENTION.TYPE)
                .fetch(row -> new EventRetention(row.getType(), row.getMonths()));
    }

    void replace(List<EventRetention> rules) {
        dsl.deleteFrom(EVENT_RETENTION).execute();
        for (EventRetention rule : rules) {
            dsl.insertInto(EVENT_RETENTION)
                    .set(EVENT_RETENTION.TYPE, rule.type())
                    .set(EVENT_RETENTION.MONTHS, rule.months())
                    .execute();
        }
    }

    int dropEmptyMonths(Instant before) {
        var dropped = DSL.field("collect.drop_empty_event_months({0})", SQLDataType.INTEGER, val(before));
        return Objects.requireNonNull(dsl.select(dropped).fetchSingle(dropped));
    }
}
