package regulars.insight;

import static schema.customers.Tables.SOURCE;

import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Where records of customers come from. */
@Repository
class RecordSourceStore {
    private final DSLContext dsl;

    RecordSourceStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** @param kind such as {@code import} or {@code api} */
    record RecordSource(String name, String kind) {}

    Map<Integer, RecordSource> all() {
        return dsl.select(SOURCE.ID, SOURCE.NAME, SOURCE.KIND)
                .from(SOURCE)
                .fetchMap(SOURCE.ID, row -> new RecordSource(row.value2(), row.value3()));
    }
}
