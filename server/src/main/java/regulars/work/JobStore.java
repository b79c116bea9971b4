package regulars.work;

import static schema.work.Tables.JOB;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import regulars.kernel.Sight;
import schema.work.tables.records.JobRecord;

/** The only code that touches {@code work.job}. Writes of a run name its fence and change nothing once it is stale. */
@Repository
class JobStore {
    private static final Condition OPEN = JOB.STATE.in("queued", "running");

    private static final Field<Double> SECONDS = DSL.field(
            "extract(epoch from coalesce({0}, clock_timestamp()) - {1})::float8",
            Double.class, JOB.FINISHED_AT, JOB.STARTED_AT);

    private final DSLContext dsl;

    JobStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    void add(UUID id, String kind, JSONB payload, String actor) {
        dsl.insertInto(JOB, JOB.ID, JOB.KIND, JOB.PAYLOAD, JOB.ACTOR)
                .values(id, kind, payload, actor)
                .execute();
    }

    /** Takes jobs that wait, and those whose node died, oldest first; nodes do not wait for each other. */
    List<JobRecord> claim(UUID holder, Collection<String> kinds, Duration ttl, int limit) {
        var free = JOB.STATE.eq("queued").or(JOB.STATE.eq("running").and(JOB.LEASED_UNTIL.lt(DatabaseClock.now())));
        var next = DSL.select(JOB.ID)
                .from(JOB)
                .where(OPEN.and(free).and(JOB.KIND.in(kinds)))
                .orderBy(JOB.CREATED_AT)
                .limit(limit)
                .forUpdate()
                .skipLocked();
        return dsl.update(JOB)
                .set(JOB.STATE, "running")
                .set(JOB.HOLDER, holder)
                .set(JOB.FENCE, JOB.FENCE.plus(1))
                .set(JOB.LEASED_UNTIL, DatabaseClock.in(ttl))
                .set(JOB.STARTED_AT, DSL.coalesce(JOB.STARTED_AT, DatabaseClock.now()))
                .where(JOB.ID.in(next))
                .returning()
                .fetch();
    }

    /** Whether somebody asked the job to stop; empty when the lease is no longer this run's. */
    Optional<Boolean> extend(UUID id, long fence, Duration ttl) {
        return dsl.update(JOB)
                .set(JOB.LEASED_UNTIL, DatabaseClock.in(ttl))
                .where(held(id, fence))
                .returning(JOB.CANCEL_REQUESTED)
                .fetchOptional(JOB.CANCEL_REQUESTED);
    }

    void progress(UUID id, long fence, long done, long total) {
        dsl.update(JOB)
                .set(JOB.DONE, done)
                .set(JOB.TOTAL, total)
                .where(held(id, fence))
                .execute();
    }

    boolean save(UUID id, long fence, JSONB state) {
        return dsl.update(JOB).set(JOB.SAVED, state).where(held(id, fence)).execute() > 0;
    }

    boolean end(UUID id, long fence, JobState state, @Nullable JSONB result, @Nullable JSONB problem) {
        return dsl.update(JOB)
                        .set(JOB.STATE, state.text())
                        .set(JOB.RESULT, result)
                        .set(JOB.PROBLEM, problem)
                        .set(JOB.FINISHED_AT, DatabaseClock.now())
                        .setNull(JOB.HOLDER)
                        .setNull(JOB.LEASED_UNTIL)
                        .where(held(id, fence))
                        .execute()
                > 0;
    }

    /** Puts a job back in the queue, for any node to go on. */
    void giveBack(UUID id, long fence) {
        dsl.update(JOB)
                .set(JOB.STATE, "queued")
                .setNull(JOB.HOLDER)
                .setNull(JOB.LEASED_UNTIL)
                .where(held(id, fence))
                .execute();
    }

    /** A waiting job is cancelled here and now; a running one is asked to stop. */
    void cancel(UUID id) {
        dsl.update(JOB)
                .set(JOB.CANCEL_REQUESTED, true)
                .set(JOB.STATE, DSL.when(JOB.STATE.eq("queued"), "cancelled").otherwise(JOB.STATE))
                .set(JOB.FINISHED_AT, DSL.when(JOB.STATE.eq("queued"), DatabaseClock.now()))
                .where(JOB.ID.eq(id).and(OPEN))
                .execute();
    }

    Optional<JobRow> find(UUID id) {
        return find(id, Sight.WHOLE);
    }

    Optional<JobRow> find(UUID id, Sight sight) {
        return dsl.select(JOB.asterisk(), SECONDS)
                .from(JOB)
                .where(JOB.ID.eq(id), sight.admitsActor(JOB.ACTOR))
                .fetchOptional(row -> new JobRow(row.into(JOB), row.get(SECONDS)));
    }

    /** Newest first, after the given one. */
    List<JobRow> page(Sight sight, @Nullable UUID after, int limit) {
        return dsl.select(JOB.asterisk(), SECONDS)
                .from(JOB)
                .where(after == null ? DSL.noCondition() : older(after))
                .and(sight.admitsActor(JOB.ACTOR))
                .orderBy(JOB.CREATED_AT.desc(), JOB.ID.desc())
                .limit(limit)
                .fetch(row -> new JobRow(row.into(JOB), row.get(SECONDS)));
    }

    private static Condition older(UUID after) {
        var last = DSL.select(JOB.CREATED_AT, JOB.ID).from(JOB).where(JOB.ID.eq(after));
        return DSL.row(JOB.CREATED_AT, JOB.ID).lt(last);
    }

    private static Condition held(UUID id, long fence) {
        return JOB.ID.eq(id).and(JOB.FENCE.eq(fence)).and(JOB.STATE.eq("running"));
    }

    /** @param seconds from the first start to the end or to now; null before the start */
    record JobRow(JobRecord job, @Nullable Double seconds) {}
}
