package regulars.insight;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import regulars.access.ActorNames;
import regulars.insight.CellPlanStore.Kept;
import regulars.kernel.Actor;
import regulars.kernel.Fault;

/** A strategy, an incentive and a goal for cells of grids. The last word holds. */
@Service
class CellPlans {
    private final CellPlanStore store;
    private final InsightCells cells;
    private final InsightReader reader;
    private final ActorNames names;

    CellPlans(CellPlanStore store, InsightCells cells, InsightReader reader, ActorNames names) {
        this.store = store;
        this.cells = cells;
        this.reader = reader;
        this.names = names;
    }

    /** Those of a grid; cells about which nothing was said are left out. */
    List<CellPlanView> of(String grid) {
        var kept = store.of(grid);
        var called = names.of(kept.stream().map(Kept::actor).collect(Collectors.toSet()));
        return kept.stream()
                .map(one -> new CellPlanView(grid, one.cell(), one.plan(), called.get(one.actor()), one.at()))
                .toList();
    }

    /** An empty plan takes back what was said. */
    CellPlanView put(String grid, String cell, CellPlan plan, Actor actor) {
        if (cells.known(grid).stream().noneMatch(known -> known.code().equals(cell))) {
            throw new Fault(InsightFault.CELL_UNKNOWN, "There is no cell '" + cell + "' in '" + grid + "'.")
                    .at("cell", cell)
                    .with("cell", cell);
        }
        plan.checked();
        var now = reader.now();
        if (plan.empty()) store.remove(grid, cell);
        else store.put(grid, new Kept(cell, plan, actor.toString(), now));
        var by = names.of(List.of(actor.toString())).get(actor.toString());
        return new CellPlanView(grid, cell, plan, by, now);
    }

    /** @param by null for whoever is gone without a trace */
    record CellPlanView(
            String grid,
            String cell,
            CellPlan plan,
            @Nullable String by,
            Instant at) {}
}
