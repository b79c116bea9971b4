package regulars.customers;

import static schema.customers.Tables.SOURCE;

import java.time.Instant;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** The sources by their codes. */
@Repository
class SourceStore {
    private final DSLContext dsl;

    SourceStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    int findOrAdd(String code, String name, String kind, Instant now) {
        var known =
                dsl.select(SOURCE.ID).from(SOURCE).where(SOURCE.CODE.eq(code)).fetchOne(SOURCE.ID);
        if (known != null) return known;
        dsl.insertInto(SOURCE, SOURCE.CODE, SOURCE.NAME, SOURCE.KIND, SOURCE.CREATED_AT)
                .values(code, name, kind, now)
                .onConflictDoNothing()
                .execute();
        return dsl.select(SOURCE.ID)
                .from(SOURCE)
                .where(SOURCE.CODE.eq(code))
                .fetchSingle()
                .value1();
    }
}
