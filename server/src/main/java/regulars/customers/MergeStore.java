package regulars.customers;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.when;
import static org.jooq.impl.SQLDataType.VARCHAR;
import static schema.customers.Tables.CUSTOMER;
import static schema.customers.Tables.MERGE;
import static schema.customers.Tables.SUBJECT_LINK;
import static schema.customers.Tables.SUBJECT_LINK_LOG;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import regulars.kernel.Actor;
import regulars.kernel.Batch;
import regulars.kernel.Sights;
import schema.customers.tables.records.MergeRecord;
import tools.jackson.databind.json.JsonMapper;

/** Merges and what they do to links. */
@Repository
class MergeStore {

    private final DSLContext dsl;
    private final Sights sights;

    MergeStore(DSLContext dsl, Sights sights) {
        this.dsl = dsl;
        this.sights = sights;
    }

    /**
     * A customer in the caller's sight.
     *
     * @param mergedInto null unless merged
     */
    record Party(
            int number,
            UUID id,
            String state,
            @Nullable Integer mergedInto,
            @Nullable UUID owner) {
        CustomerRef ref() {
            return new CustomerRef(number, id);
        }

        boolean active() {
            return state.equals("active");
        }
    }

    Map<Integer, Party> parties(Collection<Integer> numbers) {
        return dsl.select(CUSTOMER.NUMBER, CUSTOMER.ID, CUSTOMER.STATE, CUSTOMER.MERGED_INTO, CUSTOMER.OWNER_ID)
                .from(CUSTOMER)
                .where(CUSTOMER.NUMBER.eq(any(numbers.toArray(Integer[]::new))))
                .and(sights.current().admits(CUSTOMER.OWNER_ID))
                .fetchMap(
                        CUSTOMER.NUMBER,
                        row -> new Party(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
    }

    CustomerRef ref(int number) {
        return new CustomerRef(
                number,
                dsl.select(CUSTOMER.ID)
                        .from(CUSTOMER)
                        .where(CUSTOMER.NUMBER.eq(number))
                        .fetchSingle()
                        .value1());
    }

    /** Lets all that counts as the other one count as the kept one; tells what that was. */
    List<Long> move(int other, int kept, Actor actor, Instant now) {
        var moved = dsl.update(SUBJECT_LINK)
                .set(SUBJECT_LINK.HOME_NUMBER, coalesce(SUBJECT_LINK.HOME_NUMBER, SUBJECT_LINK.CUSTOMER_NUMBER))
                .set(SUBJECT_LINK.CUSTOMER_NUMBER, kept)
                .where(SUBJECT_LINK.CUSTOMER_NUMBER.eq(other))
                .returningResult(SUBJECT_LINK.SUBJECT_NUMBER)
                .fetch(SUBJECT_LINK.SUBJECT_NUMBER);
        log(moved, kept, "merged", actor, now);
        dsl.update(CUSTOMER)
                .set(CUSTOMER.STATE, "merged")
                .set(CUSTOMER.MERGED_INTO, kept)
                .set(CUSTOMER.UPDATED_AT, now)
                .where(CUSTOMER.NUMBER.eq(other))
                .execute();
        return moved;
    }

    /**
     * Gives back to the other one of what counts as the root now that which is theirs.
     *
     * @param family them, and whoever was merged into them
     */
    void giveBack(int other, Set<Integer> family, int root, Actor actor, Instant now) {
        var back = dsl.update(SUBJECT_LINK)
                .set(SUBJECT_LINK.CUSTOMER_NUMBER, other)
                .set(SUBJECT_LINK.HOME_NUMBER, nullif(SUBJECT_LINK.HOME_NUMBER, inline(other)))
                .where(SUBJECT_LINK.CUSTOMER_NUMBER.eq(root))
                .and(SUBJECT_LINK.HOME_NUMBER.in(family))
                .returningResult(SUBJECT_LINK.SUBJECT_NUMBER)
                .fetch(SUBJECT_LINK.SUBJECT_NUMBER);
        log(back, other, "merge undone", actor, now);
        dsl.update(CUSTOMER)
                .set(CUSTOMER.STATE, "active")
                .setNull(CUSTOMER.MERGED_INTO)
                .set(CUSTOMER.UPDATED_AT, now)
                .where(CUSTOMER.NUMBER.eq(other))
                .execute();
    }

    private void log(List<Long> subjects, int customer, String reason, Actor actor, Instant now) {
        Batch.of("input", subjects)
                .column(SUBJECT_LINK_LOG.SUBJECT_NUMBER, subject -> subject)
                .column(SUBJECT_LINK_LOG.CUSTOMER_NUMBER, subject -> customer)
                .column(SUBJECT_LINK_LOG.REASON, subject -> reason)
                .column(SUBJECT_LINK_LOG.ACTOR, subject -> actor.toString())
                .column(SUBJECT_LINK_LOG.AT, subject -> now)
                .copyInto(dsl, SUBJECT_LINK_LOG);
    }

    /** Lets go of a subject that only the merge itself spoke by. */
    void unlink(long subject, Actor actor, Instant now) {
        dsl.insertInto(SUBJECT_LINK_LOG)
                .set(SUBJECT_LINK_LOG.SUBJECT_NUMBER, subject)
                .set(SUBJECT_LINK_LOG.REASON, "merge undone")
                .set(SUBJECT_LINK_LOG.ACTOR, actor.toString())
                .set(SUBJECT_LINK_LOG.AT, now)
                .execute();
        dsl.deleteFrom(SUBJECT_LINK)
                .where(SUBJECT_LINK.SUBJECT_NUMBER.eq(subject))
                .execute();
    }

    /** Whose customer somebody is, while they are still that one's. */
    void own(int number, @Nullable UUID owner, @Nullable UUID instead) {
        dsl.update(CUSTOMER)
                .set(CUSTOMER.OWNER_ID, owner)
                .where(CUSTOMER.NUMBER.eq(number))
                .and(CUSTOMER.OWNER_ID.isNotDistinctFrom(instead))
                .execute();
    }

    void add(UUID id, PeopleMerged merged, MergeCause cause, @Nullable UUID ownerTaken) {
        dsl.insertInto(MERGE)
                .set(MERGE.ID, id)
                .set(MERGE.KEPT_NUMBER, merged.kept().number())
                .set(MERGE.OTHER_NUMBER, merged.other().number())
                .set(MERGE.CAUSE, cause.code())
                .set(MERGE.SCORE, cause.score())
                .set(MERGE.EXPLANATION, JSONB.valueOf(JsonMapper.shared().writeValueAsString(cause.explanation())))
                .set(MERGE.ACTOR, cause.actor().toString())
                .set(MERGE.MOVED, merged.moved().toArray(Long[]::new))
                .set(MERGE.OWNER_TAKEN, ownerTaken)
                .set(MERGE.MERGED_AT, merged.at())
                .execute();
    }

    /**
     * A merge that somebody had a part in.
     *
     * @param gone whether this is the one who was merged
     * @param otherName of whom they were one with
     */
    record Told(
            UUID id,
            boolean gone,
            UUID otherId,
            String otherName,
            String cause,
            @Nullable BigDecimal score,
            String actor,
            Instant mergedAt,
            @Nullable Instant undoneAt,
            @Nullable String undoneBy) {
        Stream<String> people() {
            return Stream.of(Optional.of(actor), Optional.ofNullable(undoneBy)).flatMap(Optional::stream);
        }
    }

    /** The latest first: when it was taken back, or else made. */
    List<Told> of(Collection<Integer> family, TimelineQuestion question) {
        var gone = field(MERGE.OTHER_NUMBER.in(family).andNot(MERGE.KEPT_NUMBER.in(family)));
        var at = at();
        var id = id();
        var text = question.text();
        return dsl.select(MERGE.fields())
                .select(gone, CUSTOMER.ID, CUSTOMER.FULL_NAME)
                .from(MERGE)
                .join(CUSTOMER)
                .on(CUSTOMER.NUMBER.eq(when(gone.isTrue(), MERGE.KEPT_NUMBER).otherwise(MERGE.OTHER_NUMBER)))
                .where(MERGE.KEPT_NUMBER.in(family).or(MERGE.OTHER_NUMBER.in(family)))
                .and(sights.current().admits(CUSTOMER.OWNER_ID))
                .and(question.from().reached(at, id))
                .and(text == null ? noCondition() : CUSTOMER.FULL_NAME.containsIgnoreCase(text))
                .orderBy(at.desc(), id)
                .limit(question.limit())
                .fetch(row -> new Told(
                        row.get(MERGE.ID),
                        row.get(gone),
                        row.get(CUSTOMER.ID),
                        row.get(CUSTOMER.FULL_NAME),
                        row.get(MERGE.CAUSE),
                        row.get(MERGE.SCORE),
                        row.get(MERGE.ACTOR),
                        row.get(MERGE.MERGED_AT),
                        row.get(MERGE.UNDONE_AT),
                        row.get(MERGE.UNDONE_BY)));
    }

    private static Field<Instant> at() {
        return coalesce(MERGE.UNDONE_AT, MERGE.MERGED_AT);
    }

    private static Field<String> id() {
        return MERGE.ID.cast(VARCHAR).collate("C");
    }

    @Nullable
    MergeRecord find(UUID id) {
        return dsl.selectFrom(MERGE).where(MERGE.ID.eq(id)).fetchOne();
    }

    void undone(UUID id, Actor actor, Instant now) {
        dsl.update(MERGE)
                .set(MERGE.UNDONE_AT, now)
                .set(MERGE.UNDONE_BY, actor.toString())
                .where(MERGE.ID.eq(id))
                .execute();
    }
}
