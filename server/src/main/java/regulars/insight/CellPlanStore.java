package regulars.insight;

import static schema.insight.Tables.CELL_PLAN;

import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import schema.insight.tables.records.CellPlanRecord;

/** What is wanted of the people in cells. */
@Repository
class CellPlanStore {
    private final DSLContext dsl;

    CellPlanStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    record Kept(String cell, CellPlan plan, String actor, Instant at) {}

    List<Kept> of(String grid) {
        return dsl.selectFrom(CELL_PLAN)
                .where(CELL_PLAN.GRID.eq(grid))
                .orderBy(CELL_PLAN.CELL)
                .fetch(CellPlanStore::kept);
    }

    void put(String grid, Kept kept) {
        var plan = kept.plan();
        dsl.insertInto(CELL_PLAN)
                .set(CELL_PLAN.GRID, grid)
                .set(CELL_PLAN.CELL, kept.cell())
                .set(CELL_PLAN.TITLE, plan.title())
                .set(CELL_PLAN.STRATEGY, plan.strategy())
                .set(CELL_PLAN.INCENTIVE, plan.incentive())
                .set(CELL_PLAN.GOAL, plan.goal())
                .set(CELL_PLAN.CHANGED_BY, kept.actor())
                .set(CELL_PLAN.CHANGED_AT, kept.at())
                .onConflict(CELL_PLAN.GRID, CELL_PLAN.CELL)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    void remove(String grid, String cell) {
        dsl.deleteFrom(CELL_PLAN)
                .where(CELL_PLAN.GRID.eq(grid), CELL_PLAN.CELL.eq(cell))
                .execute();
    }

    private static Kept kept(CellPlanRecord row) {
        var plan = new CellPlan(row.getTitle(), row.getStrategy(), row.getIncentive(), row.getGoal());
        return new Kept(row.getCell(), plan, row.getChangedBy(), row.getChangedAt());
    }
}
