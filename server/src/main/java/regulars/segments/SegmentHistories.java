package regulars.segments;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import regulars.access.Organisations;

/** How segments have changed, in days of the organisation's zone. */
@Service
class SegmentHistories {
    private static final int DAYS = 365;
    private static final int CHANGES = 50;
    private static final int TREND = 14;

    private final SegmentHistoryStore store;
    private final Members members;
    private final Organisations organisations;
    private final InstantSource clock;

    SegmentHistories(SegmentHistoryStore store, Members members, Organisations organisations, InstantSource clock) {
        this.store = store;
        this.members = members;
        this.organisations = organisations;
        this.clock = clock;
    }

    SegmentHistory of(UUID segment) {
        if (!members.historyIsSeen()) return new SegmentHistory(List.of(), List.of());
        var zone = organisations.get().zone();
        var since = clock.instant().atZone(zone).toLocalDate().minusDays(DAYS);
        return new SegmentHistory(store.days(segment, zone, since), store.latest(segment, CHANGES));
    }

    Map<UUID, List<Integer>> trends(Collection<UUID> segments) {
        if (segments.isEmpty() || !members.historyIsSeen()) return Map.of();
        var zone = organisations.get().zone();
        var today = clock.instant().atZone(zone).toLocalDate();
        List<Instant> ends = IntStream.range(0, TREND)
                .mapToObj(day ->
                        today.minusDays(TREND - 2L - day).atStartOfDay(zone).toInstant())
                .toList();
        return store.trends(segments, ends);
    }

    /** The first moment of the day so many days ago; of tomorrow for -1. */
    Instant daysAgo(long days) {
        var zone = organisations.get().zone();
        return clock.instant()
                .atZone(zone)
                .toLocalDate()
                .minusDays(days)
                .atStartOfDay(zone)
                .toInstant();
    }

    /** Sizes before the given moments, for whoever may know them; fewer where it was not kept yet. */
    Map<UUID, List<Integer>> sizes(Collection<UUID> segments, List<Instant> moments) {
        return segments.isEmpty() || !members.historyIsSeen() ? Map.of() : store.trends(segments, moments);
    }

    /** Days on which somebody came or went in the last year, and the latest changes, newest first. */
    record SegmentHistory(List<SegmentDay> days, List<SegmentChange> changes) {}
}
