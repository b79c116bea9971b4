package regulars.segments;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.arrayToString;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;
import static schema.segments.Tables.MEMBERSHIP;
import static schema.segments.Tables.RULE_VERSION;
import static schema.segments.Tables.SEGMENT;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Segments and the rules they had. */
@Repository
class SegmentStore {
    private final DSLContext dsl;
    private final JsonMapper json;

    SegmentStore(DSLContext dsl, JsonMapper json) {
        this.dsl = dsl;
        this.json = json;
    }

    /** A segment without its members. */
    record Stored(
            UUID id,
            String name,
            Rule rule,
            int version,
            @Nullable String folder,
            List<String> tags,
            Instant createdAt,
            Instant updatedAt,
            boolean deleted) {}

    void insert(UUID id, String name, Rule rule, String actor, Instant now) {
        dsl.transaction(tx -> {
            tx.dsl()
                    .insertInto(SEGMENT)
                    .set(SEGMENT.ID, id)
                    .set(SEGMENT.NAME, name)
                    .set(SEGMENT.RULE, written(rule))
                    .set(SEGMENT.CREATED_BY, actor)
                    .set(SEGMENT.CREATED_AT, now)
                    .set(SEGMENT.UPDATED_AT, now)
                    .execute();
            remember(tx.dsl(), id, 1, rule, actor, now);
        });
    }

    /** False when the segment has meanwhile got another version. */
    boolean update(Stored old, String name, Rule rule, String actor, Instant now) {
        boolean changed = !rule.equals(old.rule());
        int version = changed ? old.version() + 1 : old.version();
        return dsl.transactionResult(tx -> {
            int updated = tx.dsl()
                    .update(SEGMENT)
                    .set(SEGMENT.NAME, name)
                    .set(SEGMENT.RULE, written(rule))
                    .set(SEGMENT.VERSION, version)
                    .set(SEGMENT.UPDATED_AT, now)
                    .where(SEGMENT.ID.eq(old.id()), SEGMENT.VERSION.eq(old.version()), SEGMENT.DELETED_AT.isNull())
                    .execute();
            if (updated > 0 && changed) remember(tx.dsl(), old.id(), version, rule, actor, now);
            return updated > 0;
        });
    }

    void delete(UUID id, Instant now) {
        dsl.update(SEGMENT)
                .set(SEGMENT.DELETED_AT, now)
                .where(SEGMENT.ID.eq(id))
                .execute();
    }

    void restore(UUID id) {
        dsl.update(SEGMENT).setNull(SEGMENT.DELETED_AT).where(SEGMENT.ID.eq(id)).execute();
    }

    /** A deleted one too. */
    Optional<Stored> find(UUID id) {
        return dsl.selectFrom(SEGMENT).where(SEGMENT.ID.eq(id)).fetchOptional(this::stored);
    }

    boolean taken(String name, @Nullable UUID except) {
        return dsl.fetchExists(
                SEGMENT,
                lower(SEGMENT.NAME).eq(lower(val(name))),
                SEGMENT.DELETED_AT.isNull(),
                except == null ? noCondition() : SEGMENT.ID.ne(except));
    }

    /** Newest first. */
    List<Stored> page(@Nullable UUID before, @Nullable String search, int limit) {
        return filtered(before, new SegmentFilter(search, null, null), limit);
    }

    /** Newest first. */
    List<Stored> filtered(@Nullable UUID before, SegmentFilter filter, int limit) {
        return dsl.selectFrom(SEGMENT)
                .where(SEGMENT.DELETED_AT.isNull())
                .and(before == null ? noCondition() : SEGMENT.ID.lt(before))
                .and(matching(filter))
                .orderBy(SEGMENT.ID.desc())
                .limit(limit)
                .fetch(this::stored);
    }

    private static Condition matching(SegmentFilter filter) {
        var condition = noCondition();
        if (filter.search() != null) {
            condition = SEGMENT.NAME
                    .containsIgnoreCase(filter.search())
                    .or(SEGMENT.FOLDER.containsIgnoreCase(filter.search()))
                    .or(arrayToString(SEGMENT.TAGS, inline("\n")).containsIgnoreCase(filter.search()));
        }
        if (filter.folder() != null)
            condition = condition.and(coalesce(SEGMENT.FOLDER, "").eq(filter.folder()));
        if (filter.tag() != null) condition = condition.and(val(filter.tag()).eq(any(SEGMENT.TAGS)));
        return condition;
    }

    /** Puts each where it is wanted, all in one transaction. */
    void put(List<SegmentPlaces.SegmentPlace> places) {
        dsl.transaction(tx -> {
            for (var place : places) {
                tx.dsl()
                        .update(SEGMENT)
                        .set(SEGMENT.FOLDER, place.folder())
                        .set(SEGMENT.TAGS, place.tags().toArray(String[]::new))
                        .where(SEGMENT.ID.eq(place.id()))
                        .execute();
            }
        });
    }

    /** The segments whose rule names that one. */
    List<Stored> asking(UUID segment) {
        return page(null, null, Integer.MAX_VALUE).stream()
                .filter(one -> RuleSight.segments(one.rule()).anyMatch(segment::equals))
                .toList();
    }

    /** Every segment with where its evaluation stands. */
    List<Standing> standings() {
        return dsl.select(SEGMENT.ID, SEGMENT.VERSION, MEMBERSHIP.RULE_VERSION, MEMBERSHIP.DELTA)
                .from(SEGMENT)
                .leftJoin(MEMBERSHIP)
                .on(MEMBERSHIP.SEGMENT_ID.eq(SEGMENT.ID))
                .where(SEGMENT.DELETED_AT.isNull())
                .orderBy(MEMBERSHIP.AS_OF.asc().nullsFirst())
                .fetch(row -> new Standing(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    /** The rules it had, the newest first. */
    List<KeptRule> versions(UUID segment, int limit) {
        return dsl.selectFrom(RULE_VERSION)
                .where(RULE_VERSION.SEGMENT_ID.eq(segment))
                .orderBy(RULE_VERSION.VERSION.desc())
                .limit(limit)
                .fetch(row -> new KeptRule(
                        row.getVersion(),
                        json.readValue(row.getRule().data(), Rule.class),
                        row.getActor(),
                        row.getAt()));
    }

    record KeptRule(int version, Rule rule, String actor, Instant at) {}

    /** Where the evaluation of a segment stands; null in all but the first two while it never was. */
    record Standing(
            UUID id,
            int version,
            @Nullable Integer evaluatedVersion,
            @Nullable Long delta) {}

    private void remember(DSLContext tx, UUID id, int version, Rule rule, String actor, Instant now) {
        tx.insertInto(RULE_VERSION)
                .set(RULE_VERSION.SEGMENT_ID, id)
                .set(RULE_VERSION.VERSION, version)
                .set(RULE_VERSION.RULE, written(rule))
                .set(RULE_VERSION.ACTOR, actor)
                .set(RULE_VERSION.AT, now)
                .execute();
    }

    private Stored stored(Record row) {
        return new Stored(
                row.get(SEGMENT.ID),
                row.get(SEGMENT.NAME),
                json.readValue(row.get(SEGMENT.RULE).data(), Rule.class),
                row.get(SEGMENT.VERSION),
                row.get(SEGMENT.FOLDER),
                List.of(row.get(SEGMENT.TAGS)),
                row.get(SEGMENT.CREATED_AT),
                row.get(SEGMENT.UPDATED_AT),
                row.get(SEGMENT.DELETED_AT) != null);
    }

    private JSONB written(Rule rule) {
        return JSONB.valueOf(json.writeValueAsString(rule));
    }
}
