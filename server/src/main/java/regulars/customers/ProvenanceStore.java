package regulars.customers;

import static org.jooq.impl.DSL.any;
import static schema.customers.Tables.SOURCE;
import static schema.customers.Tables.SOURCE_RECORD;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What each source said of somebody, for people to compare. */
@Repository
class ProvenanceStore {
    private static final int MOST = 500;

    private final DSLContext dsl;

    ProvenanceStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** One record of a source. */
    record Said(JsonNode data, String source, Instant at) {}

    /** The latest first. */
    List<Said> records(Collection<Long> subjects) {
        return dsl.select(SOURCE_RECORD.DATA, SOURCE.NAME, SOURCE_RECORD.RECEIVED_AT)
                .from(SOURCE_RECORD)
                .join(SOURCE)
                .on(SOURCE.ID.eq(SOURCE_RECORD.SOURCE_ID))
                .where(SOURCE_RECORD.SUBJECT_NUMBER.eq(any(subjects.toArray(Long[]::new))))
                .and(SOURCE_RECORD.UNDONE_AT.isNull())
                .orderBy(SOURCE_RECORD.ID.desc())
                .limit(MOST)
                .fetch(row -> new Said(JsonMapper.shared().readTree(row.value1().data()), row.value2(), row.value3()));
    }
}
