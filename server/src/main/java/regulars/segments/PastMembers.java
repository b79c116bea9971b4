package regulars.segments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Service;

/**
 * Who was in a segment at the end of a day, in the caller's sight: those who were kept as members then, and before the
 * segment was there whoever met its rule of today then.
 */
@Service
class PastMembers {
    private final Segments segments;
    private final RulePreviews previews;
    private final PastDays days;

    PastMembers(Segments segments, RulePreviews previews, PastDays days) {
        this.segments = segments;
        this.previews = previews;
        this.days = days;
    }

    SegmentPast of(UUID id, LocalDate day) {
        var segment = segments.get(id);
        var end = days.end(day);
        var then = then(segment, end);
        var now = segments.members(id);
        boolean kept = kept(segment, end);
        return new SegmentPast(
                day,
                end,
                then.getCardinality(),
                now.getCardinality(),
                MemberPart.ENTERED.of(then, now).getCardinality(),
                MemberPart.LEFT.of(then, now).getCardinality(),
                kept,
                kept ? List.of() : previews.knownToday(segment.rule(), end));
    }

    /** @param day null for now, whose members are all of one part */
    RoaringBitmap members(UUID id, @Nullable LocalDate day, MemberPart part) {
        var now = segments.members(id);
        return day == null ? now : part.of(then(segments.get(id), days.end(day)), now);
    }

    private RoaringBitmap then(SegmentView segment, Instant end) {
        return kept(segment, end) ? segments.members(segment.id(), end) : segments.people(segment.rule(), end);
    }

    private static boolean kept(SegmentView segment, Instant end) {
        return !segment.createdAt().isAfter(end);
    }

    /**
     * A past day beside now.
     *
     * @param kept the members were kept that day; false where today's rule was asked as of then, for there was no segment
     * @param knownToday paths of the conditions that then cannot be known for, answered as is known today
     */
    record SegmentPast(
            LocalDate day,
            Instant asOf,
            int customers,
            int now,
            int entered,
            int left,
            boolean kept,
            List<String> knownToday) {}
}
