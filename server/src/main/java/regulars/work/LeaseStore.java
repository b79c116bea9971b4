package regulars.work;

import static schema.work.Tables.LEASE;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Repository;

/** The only code that touches {@code work.lease}. */
@Repository
class LeaseStore {
    private static final UUID NODE = UUID.randomUUID();

    private final DSLContext dsl;

    LeaseStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** The fence of the lease just taken; empty when another holds it. */
    OptionalLong take(String name, Duration ttl) {
        return take(name, ttl, DSL.noCondition());
    }

    /** The same, only when the interval has passed since the body last began. */
    OptionalLong takeWhenDue(String name, Duration ttl, Duration every) {
        // A tenth early: a node that comes a hair too soon would otherwise skip a whole round.
        var last = DatabaseClock.in(every.multipliedBy(9).dividedBy(10).negated());
        return take(name, ttl, LEASE.RAN_AT.le(last));
    }

    private OptionalLong take(String name, Duration ttl, Condition due) {
        var fence = update(name, ttl, due);
        if (fence.isPresent() || known(name)) return fence;
        dsl.insertInto(LEASE, LEASE.NAME).values(name).onConflictDoNothing().execute();
        return update(name, ttl, due);
    }

    private OptionalLong update(String name, Duration ttl, Condition due) {
        var row = dsl.update(LEASE)
                .set(LEASE.HOLDER, NODE)
                .set(LEASE.FENCE, LEASE.FENCE.plus(1))
                .set(LEASE.HELD_UNTIL, DatabaseClock.in(ttl))
                .set(LEASE.RAN_AT, DatabaseClock.now())
                .where(LEASE.NAME
                        .eq(name)
                        .and(LEASE.HELD_UNTIL.lt(DatabaseClock.now()))
                        .and(due))
                .returning(LEASE.FENCE)
                .fetchOne();
        return row == null ? OptionalLong.empty() : OptionalLong.of(row.getFence());
    }

    private boolean known(String name) {
        return dsl.fetchExists(LEASE, LEASE.NAME.eq(name));
    }

    boolean extend(String name, long fence, Duration ttl) {
        return dsl.update(LEASE)
                        .set(LEASE.HELD_UNTIL, DatabaseClock.in(ttl))
                        .where(LEASE.NAME.eq(name).and(LEASE.FENCE.eq(fence)))
                        .execute()
                > 0;
    }

    void giveBack(String name, long fence) {
        dsl.update(LEASE)
                .set(LEASE.HELD_UNTIL, DSL.inline("-infinity").cast(SQLDataType.INSTANT))
                .setNull(LEASE.HOLDER)
                .where(LEASE.NAME.eq(name).and(LEASE.FENCE.eq(fence)))
                .execute();
    }
}
