package regulars.segments;

import static org.jooq.impl.DSL.max;
import static schema.segments.Tables.SELF_CHECK;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What self-checks were asked for, and what they found. */
@Repository
class SelfCheckStore {
    private final DSLContext dsl;
    private final JsonMapper json;

    SelfCheckStore(DSLContext dsl, JsonMapper json) {
        this.dsl = dsl;
        this.json = json;
    }

    void ask(Instant now) {
        dsl.insertInto(SELF_CHECK).set(SELF_CHECK.ASKED_AT, now).execute();
    }

    boolean askedSince(Instant moment) {
        Instant last = dsl.select(max(SELF_CHECK.ASKED_AT))
                .from(SELF_CHECK)
                .fetchSingle()
                .value1();
        return last != null && !last.isBefore(moment);
    }

    boolean waiting() {
        return dsl.fetchExists(SELF_CHECK, SELF_CHECK.DONE_AT.isNull());
    }

    /** Answers all that wait. */
    void done(SelfCheckReport report, Instant now) {
        dsl.update(SELF_CHECK)
                .set(SELF_CHECK.DONE_AT, now)
                .set(SELF_CHECK.AS_OF, report.asOf())
                .set(SELF_CHECK.SEGMENTS, report.segments())
                .set(SELF_CHECK.DIFFERENCES, report.differences())
                .set(SELF_CHECK.DETAILS, JSONB.valueOf(json.writeValueAsString(report.details())))
                .where(SELF_CHECK.DONE_AT.isNull())
                .execute();
    }

    /** The last one that is done. */
    Optional<SelfCheckReport> last() {
        return dsl.selectFrom(SELF_CHECK)
                .where(SELF_CHECK.DONE_AT.isNotNull())
                .orderBy(SELF_CHECK.ID.desc())
                .limit(1)
                .fetchOptional(row -> new SelfCheckReport(
                        row.getAsOf(),
                        row.getSegments(),
                        row.getDifferences(),
                        List.of(json.readValue(row.getDetails().data(), SelfCheckReport.Difference[].class))));
    }
}
