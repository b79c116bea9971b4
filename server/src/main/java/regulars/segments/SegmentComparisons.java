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
    private static final int MOST = 20;
    private static final int REGIONS = 200;

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
        var any = RoaringBitmap.or(sets.iterator());
        var regions = parted(any, ids, sets);
        regions.sort((one, other) -> Integer.compare(other.customers(), one.customers()));
        var shown = regions.subList(0, Math.min(regions.size(), REGIONS));
        int others = regions.stream()
                .skip(REGIONS)
                .mapToInt(OverlapRegion::customers)
                .sum();
        return new SegmentOverlap(
                sizes(ids, sets), any.getCardinality(), List.copyOf(shown), regions.size() - shown.size(), others);
    }

    /** Each segment parts every region so far; only what holds somebody goes on. */
    private static List<OverlapRegion> parted(RoaringBitmap any, List<UUID> ids, List<RoaringBitmap> sets) {
        List<Region> regions = any.isEmpty() ? List.of() : List.of(new Region(List.of(), any));
        for (int i = 0; i < ids.size(); i++) {
            List<Region> next = new ArrayList<>();
            for (var region : regions) {
                var in = RoaringBitmap.and(region.people(), sets.get(i));
                var out = RoaringBitmap.andNot(region.people(), sets.get(i));
                if (!in.isEmpty()) next.add(new Region(with(region.in(), ids.get(i)), in));
                if (!out.isEmpty()) next.add(new Region(region.in(), out));
            }
            regions = next;
        }
        List<OverlapRegion> told = new ArrayList<>();
        for (var region : regions) {
            told.add(new OverlapRegion(region.in(), region.people().getCardinality()));
        }
        return told;
    }

    private record Region(List<UUID> in, RoaringBitmap people) {}

    private static List<UUID> with(List<UUID> ids, UUID another) {
        var all = new ArrayList<>(ids);
        all.add(another);
        return List.copyOf(all);
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

    /**
     * @param any in at least one of them
     * @param moreRegions how many smaller regions are left out
     * @param morePeople who is in those
     */
    record SegmentOverlap(
            List<ComparedSegment> segments, int any, List<OverlapRegion> regions, int moreRegions, int morePeople) {}

    /** @param from null where they were in none before; {@code to} likewise after */
    record FlowMove(@Nullable UUID from, @Nullable UUID to, int customers) {}

    record SegmentFlow(List<ComparedSegment> before, List<ComparedSegment> after, List<FlowMove> moves) {}
}
