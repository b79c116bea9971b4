package regulars.customers;

import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.SQLDataType.VARCHAR;
import static schema.customers.Tables.SOURCE;
import static schema.customers.Tables.SOURCE_RECORD;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads what people at screens said about a customer. */
@Repository
class EditStore {
    private static final int MOST_RECORDS = 1000;
    private static final List<String> NOT_SHOWN = List.of("given", "statements");

    private final DSLContext dsl;

    EditStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * What one record said of each field, custom ones as {@code attribute.<key>}.
     *
     * @param said a null value was taken away
     */
    record Words(long id, Map<String, @Nullable Object> said) {
        boolean says(Set<String> fields) {
            return fields.stream().anyMatch(said::containsKey);
        }

        static Map<String, @Nullable Object> flat(Map<String, @Nullable Object> data) {
            var flat = new TreeMap<String, @Nullable Object>();
            data.forEach((field, value) -> {
                if (field.equals("attributes") && value instanceof Map<?, ?> own) {
                    own.forEach((key, one) -> flat.put(FieldSight.own(String.valueOf(key)), one));
                } else {
                    flat.put(field, value);
                }
            });
            return flat;
        }
    }

    /** What all sources said about the customer, the latest first. */
    List<Words> records(Collection<Long> subjects, FieldSight sight) {
        var said = visible(sight);
        return dsl.select(SOURCE_RECORD.ID, said)
                .from(SOURCE_RECORD)
                .where(SOURCE_RECORD.SUBJECT_NUMBER.eq(DSL.any(subjects.toArray(Long[]::new))))
                .and(SOURCE_RECORD.UNDONE_AT.isNull())
                .orderBy(SOURCE_RECORD.ID.desc())
                .limit(MOST_RECORDS)
                .fetch(row ->
                        new Words(row.value1(), Words.flat(said(row.value2().data()))));
    }

    /**
     * One edit; a null value was taken away.
     *
     * @param actor who said it; null of what was said before that was kept
     */
    record Edit(String id, Instant at, @Nullable String actor, Map<String, @Nullable Object> said) {
        /** Of the custom attributes among what was said. */
        Set<String> ownKeys() {
            return said.get("attributes") instanceof Map<?, ?> own
                    ? own.keySet().stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet())
                    : Set.of();
        }
    }

    List<Edit> latest(TimelineQuestion question, FieldSight sight) {
        var id = SOURCE_RECORD.ID.cast(VARCHAR).collate("C");
        var text = question.text();
        var said = visible(sight);
        return dsl.select(id, SOURCE_RECORD.RECEIVED_AT, SOURCE_RECORD.ACTOR, said)
                .from(SOURCE_RECORD)
                .join(SOURCE)
                .on(SOURCE.ID.eq(SOURCE_RECORD.SOURCE_ID))
                .where(SOURCE_RECORD.SUBJECT_NUMBER.eq(
                        DSL.any(question.customer().subjects().toArray(Long[]::new))))
                .and(SOURCE.KIND.eq("manual"))
                .and(question.from().reached(SOURCE_RECORD.RECEIVED_AT, id))
                .and(text == null ? noCondition() : said.cast(VARCHAR).containsIgnoreCase(text))
                .orderBy(SOURCE_RECORD.RECEIVED_AT.desc(), id)
                .limit(question.limit())
                .fetch(row -> new Edit(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        said(row.value4().data())));
    }

    /** What was said, without what the reader may not see: neither shown nor found. */
    private static Field<JSONB> visible(FieldSight sight) {
        var usual = Stream.concat(NOT_SHOWN.stream(), sight.hidden().stream()).toArray(String[]::new);
        Field<JSONB> said =
                DSL.field("{0} - {1}", SOURCE_RECORD.DATA.getDataType(), SOURCE_RECORD.DATA, DSL.val(usual));
        var own = FieldSight.own("");
        var hidden = Stream.concat(
                sight.hidden().stream()
                        .filter(field -> field.startsWith(own))
                        .map(field -> field.substring(own.length())),
                sight.archived().stream());
        for (String key : hidden.toList()) {
            var path = DSL.val(new String[] {"attributes", key});
            said = DSL.field("{0} #- {1}", SOURCE_RECORD.DATA.getDataType(), said, path);
        }
        return said;
    }

    private static Map<String, @Nullable Object> said(String json) {
        var said = new TreeMap<String, @Nullable Object>();
        said.putAll(JsonMapper.shared().readValue(json, new TypeReference<Map<String, @Nullable Object>>() {}));
        return said;
    }
}
