package regulars.duplicates;

import static schema.duplicates.Tables.CONDUCT;
import static schema.duplicates.Tables.RUN;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Repository;
import regulars.duplicates.model.Search.Outcome;
import regulars.duplicates.model.Weights;
import regulars.kernel.Actor;
import schema.duplicates.tables.records.RunRecord;
import tools.jackson.databind.json.JsonMapper;

/** Searches, and whether what they are sure of is merged at once. */
@Repository
class RunStore {
    private final DSLContext dsl;
    private final JsonMapper json;

    RunStore(DSLContext dsl, JsonMapper json) {
        this.dsl = dsl;
        this.json = json;
    }

    /**
     * What a search of those who changed goes on from.
     *
     * @param people of how many the weights were learned
     */
    record Learned(Weights weights, long people, Instant readAt) {}

    void begin(UUID id, boolean whole, Actor actor, Instant now) {
        dsl.insertInto(RUN)
                .set(RUN.ID, id)
                .set(RUN.WHOLE, whole)
                .set(RUN.ACTOR, actor.toString())
                .set(RUN.STARTED_AT, now)
                .execute();
    }

    /** What the search found, and what the next one goes on from. */
    void searched(UUID id, Weights weights, Outcome outcome, Instant readAt) {
        dsl.update(RUN)
                .set(RUN.WEIGHTS, JSONB.valueOf(json.writeValueAsString(weights)))
                .set(RUN.PEOPLE, outcome.people())
                .set(RUN.COMPARED, outcome.compared())
                .set(RUN.FOUND, outcome.found())
                .set(RUN.CUT, outcome.cut())
                .set(RUN.READ_AT, readAt)
                .where(RUN.ID.eq(id))
                .execute();
    }

    /** @param merged how many pairs were, without a person */
    void end(UUID id, long merged, Instant now) {
        dsl.update(RUN)
                .set(RUN.MERGED, merged)
                .set(RUN.ENDED_AT, now)
                .where(RUN.ID.eq(id))
                .execute();
    }

    /** The last that was begun. */
    Optional<RunRecord> last() {
        return dsl.selectFrom(RUN).orderBy(RUN.STARTED_AT.desc()).limit(1).fetchOptional();
    }

    /** The last that came to its end and had somebody to search. */
    Optional<RunRecord> lastEnded() {
        return dsl.selectFrom(RUN)
                .where(RUN.ENDED_AT.isNotNull(), RUN.READ_AT.isNotNull())
                .orderBy(RUN.ENDED_AT.desc())
                .limit(1)
                .fetchOptional();
    }

    /** When the whole base was last searched to the end. */
    Optional<Instant> lastWhole() {
        return dsl.select(RUN.STARTED_AT)
                .from(RUN)
                .where(RUN.WHOLE.isTrue(), RUN.ENDED_AT.isNotNull())
                .orderBy(RUN.ENDED_AT.desc())
                .limit(1)
                .fetchOptional(RUN.STARTED_AT);
    }

    Optional<Learned> learned() {
        return dsl.selectFrom(RUN)
                .where(RUN.READ_AT.isNotNull())
                .orderBy(RUN.READ_AT.desc())
                .limit(1)
                .fetchOptional()
                .map(run -> new Learned(
                        json.readValue(run.getWeights().data(), Weights.class), run.getPeople(), run.getReadAt()));
    }

    boolean automatic() {
        return dsl.fetchExists(CONDUCT, CONDUCT.AUTOMATIC.isTrue());
    }

    void automatic(boolean automatic, Actor actor, Instant now) {
        dsl.insertInto(CONDUCT)
                .set(CONDUCT.ONLY_ONE, true)
                .set(CONDUCT.AUTOMATIC, automatic)
                .set(CONDUCT.CHANGED_BY, actor.toString())
                .set(CONDUCT.CHANGED_AT, now)
                .onConflict(CONDUCT.ONLY_ONE)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }
}
