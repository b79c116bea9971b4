package regulars.insight;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Service;
import regulars.kernel.Fault;
import regulars.segments.CellGrids.GridCell;
import regulars.segments.Segments;

/**
 * Who moved between the cells of a grid: everybody's place at the ends of two days, by the borders in force now, so that
 * people have moved and not the borders. Exact, from dated orders; it goes back before the product was there.
 */
@Service
class CellMoves {
    private final InsightCells cells;
    private final InsightReader reader;
    private final Segments segments;

    CellMoves(InsightCells cells, InsightReader reader, Segments segments) {
        this.cells = cells;
        this.reader = reader;
        this.segments = segments;
    }

    /** @param to the last day; today means now */
    CellFlow between(String grid, LocalDate from, LocalDate to) {
        if (from.isAfter(to)) {
            throw new Fault(InsightFault.DAYS_INVALID, "The first day must not come after the last: swap them.")
                    .at("from", from);
        }
        var known = cells.known(grid);
        var before = people(known, reader.endOf(from));
        var after = people(known, reader.endOf(to));
        return new CellFlow(grid, from, to, sizes(known, before), sizes(known, after), moves(known, before, after));
    }

    private List<RoaringBitmap> people(List<GridCell> known, Instant asOf) {
        return known.stream().map(cell -> segments.people(cell.rule(), asOf)).toList();
    }

    private static List<CellMove> moves(List<GridCell> known, List<RoaringBitmap> before, List<RoaringBitmap> after) {
        List<CellMove> moves = new ArrayList<>();
        var ever = RoaringBitmap.or(before.iterator());
        var still = RoaringBitmap.or(after.iterator());
        for (int i = 0; i < known.size(); i++) {
            for (int j = 0; j < known.size(); j++) {
                int both = RoaringBitmap.andCardinality(before.get(i), after.get(j));
                add(moves, known.get(i).code(), known.get(j).code(), both);
            }
            add(moves, known.get(i).code(), null, RoaringBitmap.andNotCardinality(before.get(i), still));
            add(moves, null, known.get(i).code(), RoaringBitmap.andNotCardinality(after.get(i), ever));
        }
        moves.sort(Comparator.comparingInt(CellMove::customers).reversed());
        return moves;
    }

    private static void add(List<CellMove> moves, @Nullable String from, @Nullable String to, int customers) {
        if (customers > 0) moves.add(new CellMove(from, to, customers));
    }

    private static List<CellSize> sizes(List<GridCell> known, List<RoaringBitmap> people) {
        List<CellSize> sizes = new ArrayList<>();
        for (int i = 0; i < known.size(); i++) {
            sizes.add(new CellSize(known.get(i).code(), people.get(i).getCardinality()));
        }
        return sizes;
    }

    /** @param moves those who stayed included, the most first */
    record CellFlow(
            String grid,
            LocalDate from,
            LocalDate to,
            List<CellSize> before,
            List<CellSize> after,
            List<CellMove> moves) {}

    record CellSize(String cell, int customers) {}

    /** @param from null where they were in no cell before; {@code to} likewise after */
    record CellMove(@Nullable String from, @Nullable String to, int customers) {}
}
