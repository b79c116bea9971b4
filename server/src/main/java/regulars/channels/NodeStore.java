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

    /** Who claims must be alive; the row stays until the transaction ends. */
    boolean holds(DSLContext tx, UUID node) {
        return tx.select(NODE.ID)
                        .from(NODE)
                        .where(NODE.ID.eq(node))
                        .forKeyShare()
                        .fetchOne()
                != null;
    }

    List<UUID> takeDead(DSLContext tx) {
        return tx.deleteFrom(NODE)
                .where(NODE.LEASE_UNTIL.lt(CLOCK))
                .returning(NODE.ID)
                .fetch(NODE.ID);
    }

    void leave(UUID node) {
        dsl.deleteFrom(NODE).where(NODE.ID.eq(node)).execute();
    }

    private static Field<Instant> after(Duration lease) {
        return DSL.field(
                "{0} + {1} * interval '1 millisecond'", NODE.LEASE_UNTIL.getDataType(), CLOCK, lease.toMillis());
    }
}
