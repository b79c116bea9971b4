package regulars.customers;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.SQLDataType.VARCHAR;
import static schema.customers.Tables.CUSTOMER;
import static schema.customers.Tables.NEXT_STEP;
import static schema.customers.Tables.SUBJECT_LINK;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import regulars.customers.NextSteps.NextStep;
import regulars.customers.NextSteps.PlannedWith;
import regulars.kernel.Sights;

/** Steps planned with people, and those done. */
@Repository
class NextStepStore {
    private final DSLContext dsl;
    private final Sights sights;

    NextStepStore(DSLContext dsl, Sights sights) {
        this.dsl = dsl;
        this.sights = sights;
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
                .fetchOne(row -> new NextStep(row.value1(), row.value2(), row.value3(), row.value4(), null));
    }

    /** The place of a step in the list of all. */
    record Place(LocalDate due, UUID id) {}

    /**
     * Open steps with customers in sight, the first due first.
     *
     * @param responsible whose, as actors are kept; null for everybody's
     */
    List<PlannedWith> all(@Nullable String responsible, @Nullable Place after, int limit) {
        return dsl.select(
                        NEXT_STEP.ID,
                        NEXT_STEP.WHAT,
                        NEXT_STEP.DUE,
                        NEXT_STEP.RESPONSIBLE,
                        CUSTOMER.ID,
                        CUSTOMER.FULL_NAME)
                .from(NEXT_STEP)
                .join(SUBJECT_LINK)
                .on(SUBJECT_LINK.SUBJECT_NUMBER.eq(NEXT_STEP.SUBJECT_NUMBER))
                .join(CUSTOMER)
                .on(CUSTOMER.NUMBER.eq(SUBJECT_LINK.CUSTOMER_NUMBER), CUSTOMER.STATE.eq("active"))
                .where(NEXT_STEP.DONE_AT.isNull(), sights.current().admits(CUSTOMER.OWNER_ID))
                .and(responsible == null ? noCondition() : NEXT_STEP.RESPONSIBLE.eq(responsible))
                .and(
                        after == null
                                ? noCondition()
                                : row(NEXT_STEP.DUE, NEXT_STEP.ID).gt(after.due, after.id))
                .orderBy(NEXT_STEP.DUE, NEXT_STEP.ID)
                .limit(limit)
                .fetch(row -> new PlannedWith(
                        new NextStep(row.value1(), row.value2(), row.value3(), row.value4(), null),
                        row.value5(),
                        row.value6()));
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
