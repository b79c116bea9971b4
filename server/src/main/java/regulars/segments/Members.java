package regulars.segments;

import static schema.customers.Tables.CUSTOMER;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;
import regulars.kernel.Sights;
import regulars.warehouse.Warehouse;

/** The members of segments as the caller sees them. They are kept for everybody; each sees those in their sight. */
@Component
class Members {
    private final MembershipStore store;
    private final Warehouse warehouse;
    private final Sights sights;

    Members(MembershipStore store, Warehouse warehouse, Sights sights) {
        this.store = store;
        this.warehouse = warehouse;
        this.sights = sights;
    }

    boolean evaluated(UUID segment) {
        return store.evaluated(segment);
    }

    RoaringBitmap of(UUID segment) {
        return seen(store.members(segment));
    }

    /** As they were last evaluated before that moment; nobody where the segment never was before. */
    RoaringBitmap at(UUID segment, Instant before) {
        return seen(store.at(segment, before));
    }

    @Nullable
    Entrance entered(UUID segment, int customer) {
        return store.entered(segment, customer);
    }

    RoaringBitmap seen(RoaringBitmap members) {
        return sights.current().whole() ? members : RoaringBitmap.and(members, inSight());
    }

    /** The segments that a customer is in. */
    List<UUID> segmentsOf(int customer) {
        return store.of(customer);
    }

    /** For whoever sees a part: how many of those are in, and nothing of who came and went. */
    Map<UUID, SegmentSize> seen(Map<UUID, SegmentSize> sizes) {
        if (sights.current().whole()) return sizes;
        var inSight = inSight();
        var seen = new HashMap<UUID, SegmentSize>();
        sizes.forEach((segment, size) -> {
            int members = RoaringBitmap.andCardinality(store.members(segment), inSight);
            seen.put(segment, new SegmentSize(members, size.asOf(), null, 0, 0));
        });
        return seen;
    }

    /** How sizes went is known for everybody only. */
    boolean historyIsSeen() {
        return sights.current().whole();
    }

    private RoaringBitmap inSight() {
        return warehouse.read(mirror -> RuleEngine.numbers(
                mirror, mirror.select(CUSTOMER.NUMBER).from(CUSTOMER).where(CUSTOMER.STATE.eq("active"))));
    }
}
