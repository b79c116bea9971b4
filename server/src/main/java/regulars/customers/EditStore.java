package regulars.customers;

import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.SQLDataType.VARCHAR;
import static schema.customers.Tables.SOURCE;
import static schema.customers.Tables.SOURCE_RECORD;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads what people at screens said about a customer. */
@Repository
class EditStore {
    private static final List<String> NOT_SHOWN = List.of("given", "statements");

    private final DSLContext dsl;

    EditStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** One edit; a null value was taken away. */
    record Edit(String id, Instant at, Map<String, @Nullable Object> said) {}

    List<Edit> latest(TimelineQuestion question) {
        var id = SOURCE_RECORD.ID.cast(VARCHAR).collate("C");
        var text = question.text();
        return dsl.select(id, SOURCE_RECORD.RECEIVED_AT, SOURCE_RECORD.DATA)
                .from(SOURCE_RECORD)
                .join(SOURCE)
                .on(SOURCE.ID.eq(SOURCE_RECORD.SOURCE_ID))
                .where(SOURCE_RECORD.SUBJECT_NUMBER.eq(
                        DSL.any(question.customer().subjects().toArray(Long[]::new))))
                .and(SOURCE.KIND.eq("manual"))
                .and(question.from().reached(SOURCE_RECORD.RECEIVED_AT, id))
                .and(
                        text == null
                                ? noCondition()
                                : SOURCE_RECORD.DATA.cast(VARCHAR).containsIgnoreCase(text))
                .orderBy(SOURCE_RECORD.RECEIVED_AT.desc(), id)
                .limit(question.limit())
                .fetch(row ->
                        new Edit(row.value1(), row.value2(), said(row.value3().data())));
    }

    private static Map<String, @Nullable Object> said(String json) {
        var said = new TreeMap<String, @Nullable Object>();
        said.putAll(JsonMapper.shared().readValue(json, new TypeReference<Map<String, @Nullable Object>>() {}));
        NOT_SHOWN.forEach(said::remove);
        return said;
    }
}
