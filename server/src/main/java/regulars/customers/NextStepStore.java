package regulars.customers;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.SQLDataType.VARCHAR;
import static schema.customers.Tables.NEXT_STEP;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import regulars.customers.NextSteps.NextStep;

/** Steps planned with people, and those done. */
@Repository
class NextStepStore {
    private final DSLContext dsl;

    NextStepStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    void add(NextStep step, long subject, Instant now) {
        dsl.insertInto(NEXT_STEP)
                .set(NEXT_STEP.ID, step.id())
                .set(NEXT_STEP.SUBJECT_NUMBER, subject)
                .set(NEXT_STEP.WHAT, step.what())
                .set(NEXT_STEP.DUE, step.due())
                .set(NEXT_STEP.RESPONSIBLE, step.responsible())
                .set(NEXT_STEP.MADE_AT, now)
                .execute();
    }

    /** The open one that is due first. */
    @Nullable
    NextStep open(Collection<Long> subjects) {
        return dsl.select(NEXT_STEP.ID, NEXT_STEP.WHAT, NEXT_STEP.DUE, NEXT_STEP.RESPONSIBLE)
                .from(NEXT_STEP)
                .where(isOpen(subjects))
                .orderBy(NEXT_STEP.DUE)
                .limit(1)
                .fetchOne(row -> new NextStep(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    void drop(Collection<Long> subjects) {
        dsl.deleteFrom(NEXT_STEP).where(isOpen(subjects)).execute();
    }

    boolean finish(Collection<Long> subjects, UUID id, Instant now, String actor) {
        return dsl.update(NEXT_STEP)
                        .set(NEXT_STEP.DONE_AT, now)
                        .set(NEXT_STEP.DONE_BY, actor)
                        .where(isOpen(subjects))
                        .and(NEXT_STEP.ID.eq(id))
                        .execute()
                > 0;
    }

    boolean reopen(Collection<Long> subjects, UUID id) {
        return dsl.update(NEXT_STEP)
                        .setNull(NEXT_STEP.DONE_AT)
                        .setNull(NEXT_STEP.DONE_BY)
                        .where(NEXT_STEP.SUBJECT_NUMBER.eq(any(subjects.toArray(Long[]::new))))
                        .and(NEXT_STEP.ID.eq(id))
                        .execute()
                > 0;
    }

    private static Condition isOpen(Collection<Long> subjects) {
        return NEXT_STEP.SUBJECT_NUMBER.eq(any(subjects.toArray(Long[]::new))).and(NEXT_STEP.DONE_AT.isNull());
    }

    /** Those done. */
    List<TimelineEntry> entries(TimelineQuestion question) {
        var id = NEXT_STEP.ID.cast(VARCHAR).collate("C");
        var text = question.text();
        return dsl.select(NEXT_STEP.ID, NEXT_STEP.WHAT, NEXT_STEP.DONE_AT)
                .from(NEXT_STEP)
                .where(NEXT_STEP.SUBJECT_NUMBER.eq(
                        any(question.customer().subjects().toArray(Long[]::new))))
                .and(NEXT_STEP.DONE_AT.isNotNull())
                .and(question.from().reached(NEXT_STEP.DONE_AT, id))
                .and(text == null ? noCondition() : NEXT_STEP.WHAT.containsIgnoreCase(text))
                .orderBy(NEXT_STEP.DONE_AT.desc(), id)
                .limit(question.limit())
                .fetch(row ->
                        new TimelineEntry(row.value3(), "step", row.value1().toString(), Map.of("what", row.value2())));
    }
}
