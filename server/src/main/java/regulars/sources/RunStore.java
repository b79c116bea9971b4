package regulars.sources;

import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static schema.sources.Tables.IMPORT;
import static schema.sources.Tables.RUN;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import regulars.kernel.Actor;
import schema.sources.tables.records.RunRecord;
import tools.jackson.databind.json.JsonMapper;

/** Imports as wholes: the job that takes their files in, and what undoing them came to. */
@Repository
class RunStore {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final DSLContext dsl;

    RunStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    void add(UUID id, boolean dryRun, Actor actor, Instant now) {
        dsl.insertInto(RUN)
                .set(RUN.ID, id)
                .set(RUN.DRY_RUN, dryRun)
                .set(RUN.ACTOR, actor.toString())
                .set(RUN.CREATED_AT, now)
                .execute();
    }

    void job(UUID id, UUID job) {
        dsl.update(RUN).set(RUN.JOB_ID, job).where(RUN.ID.eq(id)).execute();
    }

    void undoJob(UUID id, UUID job) {
        dsl.update(RUN)
                .set(RUN.UNDO_JOB_ID, job)
                .setNull(RUN.UNDO)
                .where(RUN.ID.eq(id))
                .execute();
    }

    void undo(UUID id, ImportUndo undo) {
        dsl.update(RUN)
                .set(RUN.UNDO, JSONB.valueOf(JSON.writeValueAsString(undo)))
                .set(RUN.UNDONE_AT, undo.undoneAt())
                .where(RUN.ID.eq(id))
                .execute();
    }

    static @Nullable ImportUndo undo(RunRecord stored) {
        var undo = stored.getUndo();
        return undo == null ? null : JSON.readValue(undo.data(), ImportUndo.class);
    }

    Optional<RunRecord> find(UUID id) {
        return dsl.selectFrom(RUN).where(RUN.ID.eq(id)).fetchOptional();
    }

    /** The one that took this file in. */
    Optional<RunRecord> ofFile(UUID file) {
        return dsl.selectFrom(RUN)
                .where(RUN.ID.in(select(IMPORT.RUN_ID).from(IMPORT).where(IMPORT.ID.eq(file))))
                .fetchOptional();
    }

    /** The newest first; ids grow with time. */
    List<RunRecord> page(@Nullable UUID after, int limit) {
        return dsl.selectFrom(RUN)
                .where(after == null ? noCondition() : RUN.ID.lt(after))
                .orderBy(RUN.ID.desc())
                .limit(limit)
                .fetch();
    }
}
