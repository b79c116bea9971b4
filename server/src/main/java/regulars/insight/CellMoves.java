package regulars.insight;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import regulars.kernel.Fault;
import regulars.segments.CellGrids.GridCell;
import regulars.segments.Segments;
import regulars.segments.Shift;

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
        var rules = known.stream().map(GridCell::rule).toList();
        var shifts = segments.shifts(rules, reader.endOf(from), reader.endOf(to));
        var before = sizes(known, shifts, Shift::heldBefore);
        var after = sizes(known, shifts, Shift::heldAfter);
        return new CellFlow(grid, from, to, segments.askAboutToday(rules), before, after, moves(known, shifts));
    }

    private static List<CellMove> moves(List<GridCell> known, List<Shift> shifts) {
        int outside = known.size();
        var people = new int[outside + 1][outside + 1];
        for (var shift : shifts) {
            for (int before : places(shift.before() == 0, outside, shift.heldBefore())) {
                for (int after : places(shift.after() == 0, outside, shift.heldAfter())) {
                    people[before][after] += shift.people();
                }
            }
        }
        List<CellMove> moves = new ArrayList<>();
        for (int before = 0; before <= outside; before++) {
            for (int after = 0; after <= outside; after++) {
                add(moves, code(known, before), code(known, after), people[before][after]);
            }
        }
        moves.sort(Comparator.comparingInt(CellMove::customers).reversed());
        return moves;
    }

    private static int[] places(boolean none, int outside, IntStream held) {
        return none ? new int[] {outside} : held.toArray();
    }

    private static @Nullable String code(List<GridCell> known, int place) {
        return place == known.size() ? null : known.get(place).code();
    }

    private static void add(List<CellMove> moves, @Nullable String from, @Nullable String to, int customers) {
        if (customers > 0) moves.add(new CellMove(from, to, customers));
    }

    private static List<CellSize> sizes(List<GridCell> known, List<Shift> shifts, Function<Shift, IntStream> held) {
        var people = new int[known.size()];
        for (var shift : shifts) held.apply(shift).forEach(place -> people[place] += shift.people());
        return IntStream.range(0, people.length)
                .mapToObj(place -> new CellSize(known.get(place).code(), people[place]))
                .toList();
    }

    /**
     * @param partlyToday some of what the cells ask has no history: of that, both days are told as it is now
     * @param moves those who stayed included, the most first
     */
    record CellFlow(
            String grid,
            LocalDate from,
            LocalDate to,
            boolean partlyToday,
            List<CellSize> before,
            List<CellSize> after,
            List<CellMove> moves) {}

    record CellSize(String cell, int customers) {}

    /** @param from null where they were in no cell before; {@code to} likewise after */
    record CellMove(@Nullable String from, @Nullable String to, int customers) {}
}
