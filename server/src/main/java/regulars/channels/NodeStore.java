package regulars.channels;

import static schema.channels.Tables.NODE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** The living senders. Leases run on the database's clock, which all nodes share and no test moves. */
@Repository
class NodeStore {
    private static final Field<Instant> CLOCK = DSL.function("clock_timestamp", NODE.LEASE_UNTIL.getDataType());

    private static final Field<String> LONGEST_SILENCE = DSL.function(
            "set_config",
            String.class,
            DSL.inline("idle_in_transaction_session_timeout"),
            DSL.inline("15s"),
            DSL.inline(true));

    private final DSLContext dsl;

    NodeStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    void join(UUID node, Duration lease) {
        dsl.insertInto(NODE)
                .set(NODE.ID, node)
                .set(NODE.LEASE_UNTIL, after(lease))
                .execute();
    }

    /** False when the node was taken for dead meanwhile. */
    boolean renew(UUID node, Duration lease) {
        return dsl.update(NODE)
                        .set(NODE.LEASE_UNTIL, after(lease))
                        .where(NODE.ID.eq(node))
                        .execute()
                == 1;
    }

    /**
     * Who writes must be alive; the row stays until the transaction ends. A node that is suspended within it would keep
     * everybody from taking its messages back, so the database ends such a transaction.
     */
    boolean holds(DSLContext tx, UUID node) {
        return tx.select(NODE.ID, LONGEST_SILENCE)
                        .from(NODE)
                        .where(NODE.ID.eq(node))
                        .forKeyShare()
                        .fetchOne()
                != null;
    }

    /** Those whose lease ran out; one that is in the middle of a write is left for the next time. */
    List<UUID> takeDead(DSLContext tx) {
        var dead = DSL.select(NODE.ID)
                .from(NODE)
                .where(NODE.LEASE_UNTIL.lt(CLOCK))
                .forUpdate()
                .skipLocked();
        return tx.deleteFrom(NODE).where(NODE.ID.in(dead)).returning(NODE.ID).fetch(NODE.ID);
    }

    void leave(UUID node) {
        dsl.deleteFrom(NODE).where(NODE.ID.eq(node)).execute();
    }

    private static Field<Instant> after(Duration lease) {
        return DSL.field(
                "{0} + {1} * interval '1 millisecond'", NODE.LEASE_UNTIL.getDataType(), CLOCK, lease.toMillis());
    }
}
