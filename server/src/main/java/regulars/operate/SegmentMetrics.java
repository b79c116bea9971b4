package regulars.operate;

import org.springframework.stereotype.Component;
import regulars.segments.LiveSegments;
import regulars.segments.SelfChecks;

/** How the live engine of segments does. */
@Component
class SegmentMetrics {
    private final LiveSegments live;
    private final SelfChecks checks;

    SegmentMetrics(LiveSegments live, SelfChecks checks) {
        this.live = live;
        this.checks = checks;
    }

    void into(Figures figures) {
        var done = live.figures();
        figures.counter("regulars_segments_rounds_total", "Rounds of the live engine.", done.rounds());
        figures.counter(
                "regulars_segments_people_changed_total",
                "People looked at again because their facts had changed.",
                done.evaluated());
        figures.counter(
                "regulars_segments_people_timed_total",
                "People looked at again because time passed an edge.",
                done.moved());
        figures.counter("regulars_segments_whole_total", "Whole segments evaluated.", done.whole());
        var last = checks.last();
        figures.gauge(
                "regulars_segments_check_differences",
                "People whose membership the last self-check found wrong, and mended; must be 0. -1 before the first.",
                last.map(report -> report.differences()).orElse(-1L));
    }
}
