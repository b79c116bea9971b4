package regulars.insight;

import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import regulars.access.CurrentActor;
import regulars.insight.CellPlans.CellPlanView;
import regulars.insight.CellTrends.CellTrend;
import regulars.kernel.Needs;
import regulars.kernel.Permission;
import regulars.segments.RuleSight;

/** What a cell was and what is wanted of it, for every grid (rfm, matrix, lifecycle, own:id). */
@RestController
@RequestMapping("/api/v1/insight")
@Needs(Permission.INSIGHT_READ)
class CellsController {
    private final CellPlans plans;
    private final CellTrends trends;
    private final InsightCells cells;
    private final RuleSight sight;
    private final CurrentActor actor;

    CellsController(CellPlans plans, CellTrends trends, InsightCells cells, RuleSight sight, CurrentActor actor) {
        this.plans = plans;
        this.trends = trends;
        this.cells = cells;
        this.sight = sight;
        this.actor = actor;
    }

    /** The people of each cell at the end of a day, by the borders of now. */
    @GetMapping("/trend")
    CellTrend trend(@RequestParam String grid, @RequestParam LocalDate day) {
        cells.known(grid).forEach(cell -> sight.require(cell.rule()));
        return trends.at(grid, day);
    }

    /** Strategies, incentives and goals of the cells of a grid, as far as something was said. */
    @GetMapping("/cell-plans")
    CellPlanList plans(@RequestParam String grid) {
        return new CellPlanList(plans.of(grid));
    }

    /** An empty plan takes back what was said. */
    @PutMapping("/cell-plans/{grid}/{cell}")
    @Needs(Permission.INSIGHT_EDIT)
    CellPlanView plan(@PathVariable String grid, @PathVariable String cell, @RequestBody CellPlan plan) {
        return plans.put(grid, cell, plan, actor.get());
    }

    record CellPlanList(List<CellPlanView> items) {}
}
