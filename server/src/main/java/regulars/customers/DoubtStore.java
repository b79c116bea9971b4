package regulars.customers;

import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;
import static schema.customers.Tables.CUSTOMER;
import static schema.customers.Tables.IDENTITY_DOUBT;
import static schema.customers.Tables.SOURCE;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import regulars.kernel.Actor;
import regulars.kernel.Ids;
import regulars.kernel.Sights;

/** What no rule of identity decides. */
@Repository
class DoubtStore {
    private final DSLContext dsl;
    private final Sights sights;

    DoubtStore(DSLContext dsl, Sights sights) {
        this.dsl = dsl;
        this.sights = sights;
    }

    /** Two who may be one. */
    record Pair(int first, int second, Doubt why) {
        Pair ordered() {
            return first < second ? this : new Pair(second, first, why);
        }
    }

    /** Each once: what was settled is not asked again. */
    void add(Origin origin, Stream<Pair> pairs, Instant now) {
        var rows = pairs.filter(pair -> pair.first != pair.second)
                .map(Pair::ordered)
                .distinct()
                .map(pair -> row(
                        val(Ids.next(now)),
                        val(pair.first),
                        val(pair.second),
                        val(pair.why.code()),
                        val(origin.sourceId()),
                        val(now)))
                .toList();
        if (rows.isEmpty()) return;
        dsl.insertInto(
                        IDENTITY_DOUBT,
                        IDENTITY_DOUBT.ID,
                        IDENTITY_DOUBT.FIRST_NUMBER,
                        IDENTITY_DOUBT.SECOND_NUMBER,
                        IDENTITY_DOUBT.WHY,
                        IDENTITY_DOUBT.SOURCE_ID,
                        IDENTITY_DOUBT.FOUND_AT)
                .valuesOfRows(rows)
                .onConflictDoNothing()
                .execute();
    }

    /** A doubt about two who are both customers in the caller's sight. */
    record OpenDoubt(
            UUID id,
            Doubt why,
            UUID first,
            String firstName,
            UUID second,
            String secondName,
            String source,
            Instant at) {}

    /** The latest first. */
    List<OpenDoubt> open(int limit) {
        var one = CUSTOMER.as("one");
        var two = CUSTOMER.as("two");
        return dsl.select(
                        IDENTITY_DOUBT.ID,
                        IDENTITY_DOUBT.WHY,
                        one.ID,
                        one.FULL_NAME,
                        two.ID,
                        two.FULL_NAME,
                        SOURCE.NAME,
                        IDENTITY_DOUBT.FOUND_AT)
                .from(IDENTITY_DOUBT)
                .join(one)
                .on(one.NUMBER.eq(IDENTITY_DOUBT.FIRST_NUMBER), one.STATE.eq("active"))
                .join(two)
                .on(two.NUMBER.eq(IDENTITY_DOUBT.SECOND_NUMBER), two.STATE.eq("active"))
                .join(SOURCE)
                .on(SOURCE.ID.eq(IDENTITY_DOUBT.SOURCE_ID))
                .where(IDENTITY_DOUBT.SETTLED_AT.isNull())
                .and(sights.current().admits(one.OWNER_ID))
                .and(sights.current().admits(two.OWNER_ID))
                .orderBy(IDENTITY_DOUBT.FOUND_AT.desc(), IDENTITY_DOUBT.ID)
                .limit(limit)
                .fetch(row -> new OpenDoubt(
                        row.value1(),
                        Doubt.valueOf(row.value2().toUpperCase(Locale.ROOT)),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        row.value6(),
                        row.value7(),
                        row.value8()));
    }

    /** That these are two; false when there is no such doubt. */
    boolean settle(UUID id, Actor actor, Instant now) {
        return dsl.update(IDENTITY_DOUBT)
                        .set(IDENTITY_DOUBT.SETTLED_AT, now)
                        .set(IDENTITY_DOUBT.SETTLED_BY, actor.toString())
                        .where(IDENTITY_DOUBT.ID.eq(id), IDENTITY_DOUBT.SETTLED_AT.isNull())
                        .execute()
                > 0;
    }
}
