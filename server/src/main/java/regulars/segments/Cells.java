package regulars.segments;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the cells mean that rules name. */
@Component
class Cells {
    /** Where no room parts customers. */
    static final Cells NONE = new Cells(List.of());

    private final List<CellGrids> grids;

    Cells(List<CellGrids> grids) {
        this.grids = List.copyOf(grids);
    }

    /** Who is in a cell as of a moment, or now with null. */
    Optional<Rule> find(String grid, String cell, @Nullable Instant asOf) {
        return grids.stream()
                .flatMap(one -> one.cells(grid, asOf).stream())
                .filter(one -> one.code().equals(cell))
                .map(CellGrids.GridCell::rule)
                .findFirst();
    }

    /** The grids that somebody made. */
    List<CellGrids.OwnGrid> own() {
        return grids.stream().flatMap(one -> one.own().stream()).toList();
    }

    /** The rules of the cells that a condition names, as they are now. */
    Stream<Rule> of(Rule.CellRule rule) {
        if (rule.grid() == null) return Stream.empty();
        return rule.cells().stream().flatMap(cell -> find(rule.grid(), cell, null).stream());
    }

    /** As these are at a moment, whichever is asked for. */
    Cells at(Instant moment) {
        return new Cells(List.of((grid, _) ->
                grids.stream().flatMap(one -> one.cells(grid, moment).stream()).toList()));
    }

    /** As these, each grid read once. */
    Cells readOnce() {
        ConcurrentMap<Asked, List<CellGrids.GridCell>> read = new ConcurrentHashMap<>();
        return new Cells(List.of((grid, asOf) -> read.computeIfAbsent(
                new Asked(grid, asOf),
                asked -> grids.stream()
                        .flatMap(one -> one.cells(asked.grid(), asked.asOf()).stream())
                        .toList())));
    }

    private record Asked(String grid, @Nullable Instant asOf) {}
}
