package regulars.segments;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.roaringbitmap.RoaringBitmap;

/**
 * How the members of a segment change.
 *
 * @param delta the version of the last delta before
 * @param members as they will be
 */
record LiveMove(UUID segment, int ruleVersion, long delta, RoaringBitmap members, List<Part> parts) {
    /**
     * What one cause does.
     *
     * @param size of the segment after it
     */
    record Part(DeltaCause cause, RoaringBitmap entered, RoaringBitmap departed, int size) {}

    /**
     * The move of some people.
     *
     * @param asked who was looked at
     * @param found who of them is a member
     * @param acted whose facts have changed; the others are moved by time
     */
    static LiveMove of(LiveSegment segment, RoaringBitmap asked, RoaringBitmap found, RoaringBitmap acted) {
        var before = RoaringBitmap.and(segment.members(), asked);
        var entered = RoaringBitmap.andNot(found, before);
        var departed = RoaringBitmap.andNot(before, found);
        return of(
                segment,
                List.of(
                        new Change(
                                DeltaCause.LIVE, RoaringBitmap.and(entered, acted), RoaringBitmap.and(departed, acted)),
                        new Change(
                                DeltaCause.TIME,
                                RoaringBitmap.andNot(entered, acted),
                                RoaringBitmap.andNot(departed, acted))));
    }

    /** The move to other members, whoever they are. */
    static LiveMove to(LiveSegment segment, RoaringBitmap before, RoaringBitmap found, DeltaCause cause, long delta) {
        var change = new Change(cause, RoaringBitmap.andNot(found, before), RoaringBitmap.andNot(before, found));
        var parts = change.nobody()
                ? List.<Part>of()
                : List.of(new Part(cause, change.entered(), change.departed(), found.getCardinality()));
        return new LiveMove(segment.id(), segment.version(), delta, found, parts);
    }

    private static LiveMove of(LiveSegment segment, List<Change> changes) {
        var members = segment.members();
        List<Part> parts = new ArrayList<>();
        for (var change : changes) {
            if (change.nobody()) continue;
            members = RoaringBitmap.or(members, change.entered());
            members.andNot(change.departed());
            parts.add(new Part(change.cause(), change.entered(), change.departed(), members.getCardinality()));
        }
        return new LiveMove(segment.id(), segment.version(), segment.delta(), members, parts);
    }

    boolean nobody() {
        return parts.isEmpty();
    }

    long deltaAfter() {
        return delta + parts.size();
    }

    /** The people whose membership changes. */
    RoaringBitmap touched() {
        var touched = new RoaringBitmap();
        for (var part : parts) {
            touched.or(part.entered());
            touched.or(part.departed());
        }
        return touched;
    }

    private record Change(DeltaCause cause, RoaringBitmap entered, RoaringBitmap departed) {
        boolean nobody() {
            return entered.isEmpty() && departed.isEmpty();
        }
    }
}
