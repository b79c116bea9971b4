package regulars.segments;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The segments and kept views that ask about a segment. */
@Component
class SegmentsInRules implements SegmentUse {
    private final SegmentStore segments;
    private final CustomerViewStore views;

    SegmentsInRules(SegmentStore segments, CustomerViewStore views) {
        this.segments = segments;
        this.views = views;
    }

    @Override
    public List<UsedBy> of(UUID segmentId) {
        var others = segments.asking(segmentId).stream().map(one -> new UsedBy("segment", one.id(), one.name()));
        var kept = views.all().stream()
                .filter(view -> RuleSight.segments(view.rule()).anyMatch(segmentId::equals))
                .map(view -> new UsedBy("view", view.id(), view.name()));
        return Stream.concat(others, kept).toList();
    }
}
