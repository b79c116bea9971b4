package regulars.collect;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import regulars.kernel.Needs;
import regulars.kernel.Permission;

/** What came in over the wires, what was dropped and why. */
@RestController
@RequestMapping("/api/v1/events")
@Needs(Permission.IMPORTS_RUN)
class EventIntakeController {
    private static final int PAGE = 50;
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration LATELY = Duration.ofDays(31);
    private static final int MOST_DAYS = 90;

    private final IntakeStore figures;
    private final IntakeCounts counts;
    private final ParkedEventStore parked;
    private final EventReplay replay;
    private final InstantSource clock;

    EventIntakeController(
            IntakeStore figures,
            IntakeCounts counts,
            ParkedEventStore parked,
            EventReplay replay,
            InstantSource clock) {
        this.figures = figures;
        this.counts = counts;
        this.parked = parked;
        this.replay = replay;
        this.clock = clock;
    }

    /** What became of events since so many days. */
    @GetMapping("/intake")
    EventIntakeView intake(@RequestParam(defaultValue = "7") int days) {
        var since = clock.instant().minus(DAY.multipliedBy(Math.clamp(days, 1, MOST_DAYS)));
        return new EventIntakeView(since, counts.since(since));
    }

    @GetMapping("/recent")
    RecentEventList recent() {
        return new RecentEventList(figures.newest(clock.instant().minus(LATELY), PAGE));
    }

    @GetMapping("/parked")
    ParkedEventPage parked(
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable UUID after) {
        var items = parked.newest(reason, after, PAGE);
        return new ParkedEventPage(
                items, items.size() < PAGE ? null : items.getLast().id());
    }

    /** With what was sent, which may be about a person. */
    @GetMapping("/parked/{id}")
    @Needs(value = Permission.IMPORTS_RUN, audited = true)
    ParkedEvent parkedEvent(@PathVariable UUID id) {
        return ParkedEvents.shown(replay.find(id));
    }

    @PostMapping("/parked/{id}/replay")
    EventReplay.Replayed replayOne(@PathVariable UUID id) {
        return replay.one(id);
    }

    /** Those of one reason, so many at a time. */
    @PostMapping("/parked/replay")
    EventReplay.Replayed replayAll(@RequestBody ReplayWish wish) {
        return replay.all(wish.reason());
    }

    @DeleteMapping("/parked/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void drop(@PathVariable UUID id) {
        parked.delete(List.of(replay.find(id).getId()));
    }

    record EventIntakeView(Instant since, List<IntakeFigure> figures) {}

    record RecentEventList(List<RecentEvent> items) {}

    record ParkedEventPage(
            List<ParkedEvent> items, @Nullable UUID next) {}

    record ReplayWish(String reason) {}
}
