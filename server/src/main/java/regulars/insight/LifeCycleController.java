package regulars.insight;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import regulars.access.CurrentActor;
import regulars.insight.CellMoves.CellFlow;
import regulars.insight.LifeCycle.LifeCycleVersion;
import regulars.insight.LifeCycle.LifeCycleView;
import regulars.kernel.Needs;
import regulars.kernel.Permission;
import regulars.segments.RuleSight;

/** Where people are in their life cycle, and how they move through the cells of grids. */
@RestController
@RequestMapping("/api/v1/insight")
@Needs(Permission.INSIGHT_READ)
class LifeCycleController {
    private static final int DAYS = 30;

    private final LifeCycle lifeCycle;
    private final CellMoves moves;
    private final InsightCells cells;
    private final InsightReader reader;
    private final RuleSight sight;
    private final CurrentActor actor;

    LifeCycleController(
            LifeCycle lifeCycle,
            CellMoves moves,
            InsightCells cells,
            InsightReader reader,
            RuleSight sight,
            CurrentActor actor) {
        this.sight = sight;
        this.lifeCycle = lifeCycle;
        this.moves = moves;
        this.cells = cells;
        this.reader = reader;
        this.actor = actor;
    }

    @GetMapping("/life-cycle")
    LifeCycleView lifeCycle() {
        return seen(lifeCycle.now());
    }

    /** The rules there were, the newest first. */
    @GetMapping("/life-cycle/versions")
    LifeCycleVersionList versions() {
        var versions = lifeCycle.versions();
        for (var version : versions) version.stages().forEach(stage -> sight.require(stage.rule()));
        return new LifeCycleVersionList(versions);
    }

    @PostMapping("/life-cycle/preview")
    LifeCycleView preview(@RequestBody LifeCycleStages wanted) {
        wanted.stages().forEach(stage -> sight.require(stage.rule()));
        return lifeCycle.preview(wanted);
    }

    /** Other rules from now on. */
    @PostMapping("/life-cycle")
    @Needs(Permission.INSIGHT_EDIT)
    LifeCycleView change(@RequestBody LifeCycleStages wanted) {
        wanted.stages().forEach(stage -> sight.require(stage.rule()));
        return lifeCycle.change(wanted, actor.get());
    }

    /** Who moved between the cells of a grid (rfm, matrix, lifecycle, own:id); without days, in the last month. */
    @GetMapping("/moves")
    CellFlow moves(
            @RequestParam String grid,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to) {
        cells.known(grid).forEach(cell -> sight.require(cell.rule()));
        var last = to == null ? reader.today() : to;
        return moves.between(grid, from == null ? last.minusDays(DAYS) : from, last);
    }

    /** A stage that asks about a hidden field is not for the caller, nor are those beside it. */
    private LifeCycleView seen(LifeCycleView view) {
        view.stages().forEach(stage -> sight.require(stage.rule()));
        return view;
    }

    record LifeCycleVersionList(List<LifeCycleVersion> items) {}
}
