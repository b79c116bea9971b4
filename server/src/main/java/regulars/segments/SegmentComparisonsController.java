package regulars.segments;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import regulars.kernel.Needs;
import regulars.kernel.Permission;
import regulars.segments.SegmentComparisons.SegmentFlow;
import regulars.segments.SegmentComparisons.SegmentOverlap;

/** Segments beside each other, and each beside what it was. */
@RestController
@RequestMapping("/api/v1")
@Needs(Permission.SEGMENTS_READ)
class SegmentComparisonsController {
    private static final int DAYS = 30;

    private final Segments segments;
    private final SegmentComparisons comparisons;
    private final SegmentVersions versions;
    private final RuleSight sight;

    SegmentComparisonsController(
            Segments segments, SegmentComparisons comparisons, SegmentVersions versions, RuleSight sight) {
        this.segments = segments;
        this.comparisons = comparisons;
        this.versions = versions;
        this.sight = sight;
    }

    /** How the chosen segments overlap now. */
    @GetMapping("/segment-overlap")
    SegmentOverlap overlap(@RequestParam List<UUID> segments) {
        segments.forEach(this::requireSeen);
        return comparisons.overlap(segments);
    }

    /** Who moved from where to where between the ends of two days; without days, in the last month. */
    @GetMapping("/segment-flow")
    SegmentFlow flow(
            @RequestParam List<UUID> segments,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to) {
        segments.forEach(this::requireSeen);
        var last = to == null ? comparisons.today() : to;
        return comparisons.flow(segments, from == null ? last.minusDays(DAYS) : from, last);
    }

    /** The rules that a segment had, the newest first, as far as the caller may see what they ask about. */
    @GetMapping("/segments/{id}/versions")
    SegmentVersionList versions(@PathVariable UUID id) {
        requireSeen(id);
        return new SegmentVersionList(versions.of(id).stream()
                .filter(version -> sight.admits(version.rule()))
                .toList());
    }

    private void requireSeen(UUID id) {
        sight.require(segments.get(id).rule());
    }

    record SegmentVersionList(List<SegmentVersion> items) {}
}
