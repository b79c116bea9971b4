package regulars.consent;

import static schema.consent.Tables.EVIDENCE;
import static schema.consent.Tables.PURPOSE;
import static schema.consent.Tables.TEXT_VERSION;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** Reads the evidence of one customer. */
@Repository
class ConsentHistoryStore {
    private final DSLContext dsl;

    ConsentHistoryStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    List<ConsentView> latest(Collection<Long> subjects, Instant upTo, int limit) {
        return dsl.select(EVIDENCE.fields())
                .select(PURPOSE.CODE, TEXT_VERSION.BODY)
                .from(EVIDENCE)
                .join(PURPOSE)
                .on(PURPOSE.ID.eq(EVIDENCE.PURPOSE_ID))
                .leftJoin(TEXT_VERSION)
                .on(TEXT_VERSION.ID.eq(EVIDENCE.TEXT_VERSION_ID))
                .where(EVIDENCE.SUBJECT_NUMBER.eq(DSL.any(subjects.toArray(Long[]::new))))
                .and(EVIDENCE.GIVEN_AT.le(upTo))
                .orderBy(EVIDENCE.GIVEN_AT.desc(), EVIDENCE.ID)
                .limit(limit)
                .fetch(row -> new ConsentView(
                        row.get(EVIDENCE.ID),
                        row.get(EVIDENCE.CHANNEL),
                        row.get(PURPOSE.CODE),
                        row.get(EVIDENCE.ACTION),
                        row.get(EVIDENCE.ADDRESS),
                        row.get(EVIDENCE.SOURCE),
                        row.get(EVIDENCE.METHOD),
                        row.get(EVIDENCE.ACTOR),
                        row.get(EVIDENCE.GIVEN_AT),
                        row.get(TEXT_VERSION.BODY)));
    }
}
