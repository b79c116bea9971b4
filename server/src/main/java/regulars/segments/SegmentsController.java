package regulars.segments;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import regulars.access.CurrentActor;
import regulars.kernel.Needs;
import regulars.kernel.Permission;
import regulars.segments.SegmentHistories.SegmentHistory;

@RestController
@RequestMapping("/api/v1/segments")
@Needs(Permission.SEGMENTS_READ)
class SegmentsController {
    private static final int LARGEST_PAGE = 200;

    private final Segments segments;
    private final SegmentHistories histories;
    private final RulePreviews previews;
    private final RuleSight sight;
    private final CurrentActor actor;
    private final InstantSource clock;

    SegmentsController(
            Segments segments,
            SegmentHistories histories,
            RulePreviews previews,
            RuleSight sight,
            CurrentActor actor,
            InstantSource clock) {
        this.segments = segments;
        this.histories = histories;
        this.previews = previews;
        this.sight = sight;
        this.actor = actor;
        this.clock = clock;
    }

    @GetMapping
    SegmentPage list(
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(required = false) @Nullable String search,
            @RequestParam(required = false) @Nullable String folder,
            @RequestParam(required = false) @Nullable String tag,
            @RequestParam(defaultValue = "50") int limit) {
        int size = Math.clamp(limit, 1, LARGEST_PAGE);
        var views = segments.filtered(after, new SegmentFilter(search, folder, tag), size);
        var trends = histories.trends(views.stream().map(SegmentView::id).toList());
        var items = views.stream()
                .filter(view -> sight.admits(view.rule()))
                .map(view -> new SegmentRow(view, trends.getOrDefault(view.id(), List.of())))
                .toList();
        return new SegmentPage(
                items, views.size() < size ? null : views.getLast().id());
    }

    @PostMapping
    @Needs(Permission.SEGMENTS_EDIT)
    ResponseEntity<SegmentView> create(@RequestBody NewSegment wanted) {
        sight.require(wanted.rule());
        var id = segments.create(wanted.name(), wanted.rule(), actor.get());
        return ResponseEntity.created(URI.create("/api/v1/segments/" + id)).body(segments.get(id));
    }

    @GetMapping("/{id}")
    SegmentDetails get(@PathVariable UUID id) {
        return new SegmentDetails(seen(id), segments.usedBy(id));
    }

    @PutMapping("/{id}")
    @Needs(Permission.SEGMENTS_EDIT)
    SegmentView update(@PathVariable UUID id, @RequestBody SegmentEdit edit) {
        seen(id);
        sight.require(edit.rule());
        return segments.update(id, edit.version(), edit.name(), edit.rule(), actor.get());
    }

    @DeleteMapping("/{id}")
    @Needs(Permission.SEGMENTS_EDIT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id) {
        seen(id);
        segments.delete(id);
    }

    @PostMapping("/{id}/restore")
    @Needs(Permission.SEGMENTS_EDIT)
    SegmentView restore(@PathVariable UUID id) {
        sight.require(segments.ruleOf(id));
        return segments.restore(id);
    }

    @GetMapping("/{id}/history")
    SegmentHistory history(@PathVariable UUID id) {
        return histories.of(seen(id).id());
    }

    @PostMapping("/preview")
    RulePreview preview(@RequestBody RuleQuestion question) {
        sight.require(question.rule());
        return previews.count(question.rule(), question.at(clock));
    }

    /** A segment that asks about a hidden field is not for the caller. */
    private SegmentView seen(UUID id) {
        var segment = segments.get(id);
        sight.require(segment.rule());
        return segment;
    }

    /** {@code next} is the {@code after} of the following page. */
    record SegmentPage(List<SegmentRow> items, @Nullable UUID next) {}

    /** A segment in the list; the trend is its sizes at the ends of the last days, oldest first. */
    record SegmentRow(SegmentView segment, List<Integer> trend) {}

    record SegmentDetails(SegmentView segment, List<SegmentUse.UsedBy> usedBy) {}

    record NewSegment(String name, Rule rule) {}

    record SegmentEdit(String name, Rule rule, int version) {}
}
