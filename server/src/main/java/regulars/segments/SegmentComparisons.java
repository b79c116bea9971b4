package regulars.segments;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Service;
import regulars.access.Organisations;
import regulars.kernel.Fault;

/** How segments overlap and how people moved between them: exact, from the members themselves, in the caller's sight. */
@Service
class SegmentComparisons {
    private static final int FEWEST = 1;
    private static final int MOST = 6;

    private final Segments segments;
    private final Members members;
    private final Organisations organisations;
    private final InstantSource clock;

    SegmentComparisons(Segments segments, Members members, Organisations organisations, InstantSource clock) {
        this.segments = segments;
        this.members = members;
        this.organisations = organisations;
        this.clock = clock;
    }

    /**
     * The people of each combination of the segments: those who are in all of its segments and in none of the others,
     * so that the regions add up to everybody who is in any. Empty regions are left out; the largest comes first.
     */
    SegmentOverlap overlap(List<UUID> ids) {
        requireCount(ids);
        var sets = ids.stream().map(segments::members).toList();
        List<OverlapRegion> regions = new ArrayList<>();
        for (int combination = 1; combination < 1 << ids.size(); combination++) {
            int people = only(sets, combination).getCardinality();
            if (people > 0) regions.add(new OverlapRegion(chosen(ids, combination), people));
        }
        regions.sort((one, other) -> Integer.compare(other.customers(), one.customers()));
        var any = RoaringBitmap.or(sets.iterator()).getCardinality();
        return new SegmentOverlap(sizes(ids, sets), any, regions);
    }

    /**
     * From which segment at the end of one day to which at the end of another. Whoever is in several is counted in each;
     * a missing segment on either side means "in none of them".
     *
     * @param to the last day; today means now
     */
    SegmentFlow flow(List<UUID> ids, LocalDate from, LocalDate to) {
        requireCount(ids);
        if (from.isAfter(to)) {
            throw new Fault(SegmentsFault.FLOW_DAYS_INVALID, "The first day must not come after the last: swap them.")
                    .at("from", from);
        }
        var before = at(ids, end(from));
        var after = at(ids, end(to));
        List<FlowMove> moves = new ArrayList<>();
        var ever = RoaringBitmap.or(before.values().iterator());
        var still = RoaringBitmap.or(after.values().iterator());
        before.forEach((source, were) -> {
            after.forEach((target, are) -> add(moves, source, target, RoaringBitmap.and(were, are)));
            add(moves, source, null, RoaringBitmap.andNot(were, still));
        });
        after.forEach((target, are) -> add(moves, null, target, RoaringBitmap.andNot(are, ever)));
        return new SegmentFlow(sizes(before), sizes(after), moves);
    }

    private Map<UUID, RoaringBitmap> at(List<UUID> ids, Instant end) {
        Map<UUID, RoaringBitmap> found = new LinkedHashMap<>();
        for (UUID id : ids) found.put(id, members.at(id, end));
        return found;
    }

    private Instant end(LocalDate day) {
        return day.plusDays(1).atStartOfDay(organisations.get().zone()).toInstant();
    }

    LocalDate today() {
        return clock.instant().atZone(organisations.get().zone()).toLocalDate();
    }

    private static void add(List<FlowMove> moves, @Nullable UUID source, @Nullable UUID target, RoaringBitmap people) {
        if (!people.isEmpty()) moves.add(new FlowMove(source, target, people.getCardinality()));
    }

    /** The members of every set in the combination and of no other; bit n stands for set n. */
    private static RoaringBitmap only(List<RoaringBitmap> sets, int combination) {
        RoaringBitmap in = null;
        for (int i = 0; i < sets.size(); i++) {
            if ((combination & 1 << i) != 0) in = in == null ? sets.get(i).clone() : RoaringBitmap.and(in, sets.get(i));
        }
        var people = in == null ? new RoaringBitmap() : in;
        for (int i = 0; i < sets.size(); i++) {
            if ((combination & 1 << i) == 0) people.andNot(sets.get(i));
        }
        return people;
    }

    private static List<UUID> chosen(List<UUID> ids, int combination) {
        List<UUID> chosen = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) if ((combination & 1 << i) != 0) chosen.add(ids.get(i));
        return chosen;
    }

    private static List<ComparedSegment> sizes(List<UUID> ids, List<RoaringBitmap> sets) {
        List<ComparedSegment> sizes = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            sizes.add(new ComparedSegment(ids.get(i), sets.get(i).getCardinality()));
        }
        return sizes;
    }

    private static List<ComparedSegment> sizes(Map<UUID, RoaringBitmap> sets) {
        return sizes(List.copyOf(sets.keySet()), List.copyOf(sets.values()));
    }

    private static void requireCount(List<UUID> ids) {
        long different = ids.stream().distinct().count();
        if (different == ids.size() && different >= FEWEST && different <= MOST) return;
        throw new Fault(
                        SegmentsFault.SEGMENTS_TO_COMPARE_INVALID,
                        "Choose " + FEWEST + " to " + MOST + " different segments to compare.")
                .at("segments", ids.size())
                .with("limit", MOST);
    }

    record ComparedSegment(UUID id, int customers) {}

    /** @param in the segments that these people are in; they are in none of the others that were asked about */
    record OverlapRegion(List<UUID> in, int customers) {}

    /** @param any in at least one of them */
    record SegmentOverlap(List<ComparedSegment> segments, int any, List<OverlapRegion> regions) {}

    /** @param from null where they were in none before; {@code to} likewise after */
    record FlowMove(@Nullable UUID from, @Nullable UUID to, int customers) {}

    record SegmentFlow(List<ComparedSegment> before, List<ComparedSegment> after, List<FlowMove> moves) {}
}
