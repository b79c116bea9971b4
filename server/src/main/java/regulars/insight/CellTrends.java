package regulars.insight;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import regulars.insight.CellMoves.CellSize;
import regulars.kernel.Fault;
import regulars.segments.CellGrids.GridCell;
import regulars.segments.Segments;

/** How many people were in the cells of a grid at the end of a day, by the borders in force now. Exact. */
@Service
class CellTrends {
    /** So many cells of two conditions each are one rule that is not too large. */
    private static final int TOGETHER = 25;

    private final InsightCells cells;
    private final InsightReader reader;
    private final Segments segments;

    CellTrends(InsightCells cells, InsightReader reader, Segments segments) {
        this.cells = cells;
        this.reader = reader;
        this.segments = segments;
    }

    /** @param day today means now */
    CellTrend at(String grid, LocalDate day) {
        if (day.isAfter(reader.today())) {
            throw new Fault(InsightFault.DAYS_INVALID, "The day is in the future: choose one that has been.")
                    .at("day", day);
        }
        var known = cells.known(grid);
        var asOf = reader.endOf(day);
        // The rules of stages are people's own and may be large; each is asked alone.
        int together = grid.equals(LifeCycle.KIND) ? 1 : TOGETHER;
        List<CellSize> sizes = new ArrayList<>();
        for (int from = 0; from < known.size(); from += together) {
            var some = known.subList(from, Math.min(known.size(), from + together));
            var counts = segments.counts(some.stream().map(GridCell::rule).toList(), asOf);
            for (int i = 0; i < counts.size(); i++) {
                sizes.add(new CellSize(some.get(i).code(), counts.get(i)));
            }
        }
        var rules = known.stream().map(GridCell::rule).toList();
        return new CellTrend(grid, day, asOf, segments.askAboutToday(rules), sizes);
    }

    /** @param partlyToday some of what the cells ask has no history: of that, the day is told as it is now */
    record CellTrend(String grid, LocalDate day, Instant asOf, boolean partlyToday, List<CellSize> cells) {}
}
