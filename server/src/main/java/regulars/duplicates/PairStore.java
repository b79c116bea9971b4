package regulars.duplicates;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.floor;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.selectOne;
import static schema.customers.Tables.CUSTOMER;
import static schema.duplicates.Tables.PAIR;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import regulars.duplicates.FoundPair.PairWorth;
import regulars.duplicates.model.Score.Verdict;
import regulars.duplicates.model.Search.Found;
import regulars.kernel.Actor;
import regulars.kernel.Ids;
import regulars.kernel.Sights;
import schema.duplicates.tables.records.PairRecord;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Pairs of customers who may be one person. */
@Repository
class PairStore {
    private static final int WIDTH = 5;
    private static final List<String> UNSETTLED = List.of(PairState.OPEN.code(), PairState.LATER.code());

    private final DSLContext dsl;
    private final JsonMapper json;
    private final Sights sights;

    PairStore(DSLContext dsl, JsonMapper json, Sights sights) {
        this.dsl = dsl;
        this.json = json;
        this.sights = sights;
    }

    /**
     * How many unsettled pairs there are of about the same worth.
     *
     * @param from in bits, the lower end
     */
    record WorthBar(int from, boolean sure, int pairs) {}

    /** Keeps what a search found; what people have said of a pair stays. */
    void keep(Collection<Found> found, UUID run, Instant now) {
        if (found.isEmpty()) return;
        var insert = dsl.insertInto(
                PAIR,
                PAIR.ID,
                PAIR.ONE,
                PAIR.OTHER,
                PAIR.SURE,
                PAIR.PROBABILITY,
                PAIR.BITS,
                PAIR.REASONS,
                PAIR.RUN_ID,
                PAIR.FOUND_AT);
        for (var pair : found) {
            var score = pair.score();
            var reasons = score.reasons().stream()
                    .map(reason -> new PairReason(reason.clue(), reason.agreement(), reason.bits()))
                    .toList();
            insert = insert.values(
                    Ids.next(now),
                    pair.one(),
                    pair.other(),
                    score.verdict() == Verdict.ONE,
                    score.probability(),
                    score.bits(),
                    JSONB.valueOf(json.writeValueAsString(reasons)),
                    run,
                    now);
        }
        insert.onConflict(PAIR.ONE, PAIR.OTHER)
                .doUpdate()
                .set(PAIR.SURE, excluded(PAIR.SURE))
                .set(PAIR.PROBABILITY, excluded(PAIR.PROBABILITY))
                .set(PAIR.BITS, excluded(PAIR.BITS))
                .set(PAIR.REASONS, excluded(PAIR.REASONS))
                .set(PAIR.RUN_ID, excluded(PAIR.RUN_ID))
                .execute();
    }

    /**
     * Lets go of pairs that a search did not find again and nobody has settled.
     *
     * @param changed whose pairs were searched; null for everybody's
     */
    void dropUnfound(UUID run, int @Nullable [] changed) {
        var all = changed == null ? null : Arrays.stream(changed).boxed().toArray(Integer[]::new);
        dsl.deleteFrom(PAIR)
                .where(PAIR.STATE.in(UNSETTLED), PAIR.RUN_ID.ne(run))
                .and(all == null ? noCondition() : PAIR.ONE.eq(any(all)).or(PAIR.OTHER.eq(any(all))))
                .execute();
    }

    /** Somebody is no customer of their own any more: whoever they are now is compared anew. */
    void dropUnsettled(int customer) {
        dsl.deleteFrom(PAIR)
                .where(PAIR.STATE.in(UNSETTLED))
                .and(PAIR.ONE.eq(customer).or(PAIR.OTHER.eq(customer)))
                .execute();
    }

    /** A page in the caller's sight: the unsettled by their worth, the settled from the last on. */
    List<FoundPair> page(PairState state, boolean automaticOnly, @Nullable UUID after, int limit) {
        var last = after == null ? null : dsl.fetchOne(PAIR, PAIR.ID.eq(after));
        var query = dsl.selectFrom(PAIR)
                .where(PAIR.STATE.eq(state.code()), inSight())
                .and(automaticOnly ? PAIR.AUTOMATIC.isTrue() : noCondition())
                .and(last == null ? noCondition() : beyond(state, last));
        var ordered = state.unsettled()
                ? query.orderBy(PAIR.BITS.desc(), PAIR.NUMBER)
                : query.orderBy(PAIR.SETTLED_AT.desc(), PAIR.NUMBER.desc());
        return ordered.limit(limit).fetch(this::pair);
    }

    private static Condition beyond(PairState state, PairRecord last) {
        return state.unsettled()
                ? PAIR.BITS.lt(last.getBits()).or(PAIR.BITS.eq(last.getBits()).and(PAIR.NUMBER.gt(last.getNumber())))
                : row(PAIR.SETTLED_AT, PAIR.NUMBER).lt(last.getSettledAt(), last.getNumber());
    }

    /** Sure pairs that nobody has settled, the surest first. */
    List<FoundPair> sure(int limit) {
        return dsl.selectFrom(PAIR)
                .where(PAIR.STATE.in(UNSETTLED), PAIR.SURE.isTrue())
                .orderBy(PAIR.BITS.desc(), PAIR.NUMBER)
                .limit(limit)
                .fetch(this::pair);
    }

    Optional<FoundPair> find(UUID id) {
        return dsl.selectFrom(PAIR).where(PAIR.ID.eq(id), inSight()).forUpdate().fetchOptional(this::pair);
    }

    void settle(UUID id, PairState state, Actor actor, Instant now) {
        dsl.update(PAIR)
                .set(PAIR.STATE, state.code())
                .set(PAIR.SETTLED_AT, state == PairState.OPEN ? null : now)
                .set(PAIR.SETTLED_BY, state == PairState.OPEN ? null : actor.toString())
                .setNull(PAIR.MERGE_ID)
                .where(PAIR.ID.eq(id))
                .execute();
    }

    void merged(UUID id, UUID merge, boolean automatic) {
        dsl.update(PAIR)
                .set(PAIR.MERGE_ID, merge)
                .set(PAIR.AUTOMATIC, automatic)
                .where(PAIR.ID.eq(id))
                .execute();
    }

    /** A merge was taken back elsewhere: the two are two from now on. */
    void parted(UUID merge, Instant now) {
        dsl.update(PAIR)
                .set(PAIR.STATE, PairState.TWO.code())
                .set(PAIR.SETTLED_AT, now)
                .setNull(PAIR.MERGE_ID)
                .where(PAIR.MERGE_ID.eq(merge))
                .execute();
    }

    void drop(UUID id) {
        dsl.deleteFrom(PAIR).where(PAIR.ID.eq(id)).execute();
    }

    Map<PairState, Integer> counts() {
        var counts = new EnumMap<PairState, Integer>(PairState.class);
        dsl.select(PAIR.STATE, count())
                .from(PAIR)
                .where(inSight())
                .groupBy(PAIR.STATE)
                .forEach(row -> counts.put(PairState.of(row.value1()), row.value2()));
        return counts;
    }

    int automatic() {
        return dsl.fetchCount(PAIR, PAIR.STATE.eq(PairState.ONE.code()), PAIR.AUTOMATIC.isTrue(), inSight());
    }

    List<WorthBar> bars() {
        var from = floor(PAIR.BITS.div(inline(WIDTH))).mul(inline(WIDTH)).cast(Integer.class);
        return dsl.select(from, PAIR.SURE, count())
                .from(PAIR)
                .where(PAIR.STATE.in(UNSETTLED), inSight())
                .groupBy(from, PAIR.SURE)
                .orderBy(from, PAIR.SURE)
                .fetch(row -> new WorthBar(row.value1(), row.value2(), row.value3()));
    }

    private Condition inSight() {
        var sight = sights.current();
        if (sight.whole()) return noCondition();
        return seen(PAIR.ONE).and(seen(PAIR.OTHER));
    }

    private Condition seen(TableField<PairRecord, Integer> number) {
        return exists(selectOne()
                .from(CUSTOMER)
                .where(CUSTOMER.NUMBER.eq(number), sights.current().admits(CUSTOMER.OWNER_ID)));
    }

    private FoundPair pair(PairRecord row) {
        var reasons = json.readValue(row.getReasons().data(), new TypeReference<List<PairReason>>() {});
        var worth = new PairWorth(row.getSure(), row.getProbability(), row.getBits(), reasons);
        return new FoundPair(
                row.getId(),
                row.getOne(),
                row.getOther(),
                PairState.of(row.getState()),
                worth,
                row.getSettledAt(),
                row.getSettledBy(),
                row.getMergeId(),
                row.getAutomatic());
    }
}
