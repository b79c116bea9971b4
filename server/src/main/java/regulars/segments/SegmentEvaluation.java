package regulars.segments;

import static regulars.segments.SegmentsFault.SEGMENT_NOT_FOUND;

import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import regulars.kernel.Fault;
import regulars.kernel.FaultKind;
import regulars.warehouse.Warehouse;

/** Finds out who is in a segment and keeps the answer. Safe for use by several threads and nodes. */
@Component
class SegmentEvaluation {
    private static final Logger LOG = LoggerFactory.getLogger(SegmentEvaluation.class);
    private static final Duration MIRROR_WAIT = Duration.ofSeconds(30);

    private final SegmentStore store;
    private final MembershipStore memberships;
    private final RuleEngine engine;
    private final Warehouse warehouse;
    private final InstantSource clock;

    SegmentEvaluation(
            SegmentStore store,
            MembershipStore memberships,
            RuleEngine engine,
            Warehouse warehouse,
            InstantSource clock) {
        this.store = store;
        this.memberships = memberships;
        this.engine = engine;
        this.warehouse = warehouse;
        this.clock = clock;
    }

    Evaluated now(UUID id, DeltaCause cause) {
        var segment = store.find(id)
                .orElseThrow(() -> new Fault(SEGMENT_NOT_FOUND, "There is no segment " + id + ".").at("id", id));
        var evaluated = engine.evaluate(segment.rule(), clock.instant());
        memberships.apply(id, segment.version(), evaluated, cause);
        return evaluated;
    }

    /** Not while the mirror is being built: the refresh comes to it later. */
    void whenPossible(UUID id, DeltaCause cause) {
        try {
            now(id, cause);
        } catch (Fault fault) {
            if (fault.code().kind() != FaultKind.UNAVAILABLE && fault.code().kind() != FaultKind.BUSY) throw fault;
            LOG.info("segment {} is evaluated later: {}", id, fault.getMessage());
        }
    }

    Audience freeze(UUID id) {
        warehouse.barrier(MIRROR_WAIT);
        var frozen = now(id, DeltaCause.FROZEN);
        return new Audience(id, frozen.members(), frozen.asOf(), frozen.watermark());
    }
}
