package regulars.segments;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ways of parting customers that another room keeps, as a bean: rules then ask about their cells. */
public interface CellGrids {
    /**
     * The cells of a grid as it was in force at a moment, or as it is now; none while there is no such grid.
     *
     * @param asOf null for now
     */
    List<GridCell> cells(String grid, @Nullable Instant asOf);

    /** The grids that somebody made, by name; those that every base has are known by heart. */
    default List<OwnGrid> own() {
        return List.of();
    }

    /** @param grid as rules name it */
    record OwnGrid(String grid, String name, GridSide rows, GridSide columns) {}

    /**
     * One of the parts.
     *
     * @param code such as {@code 5-4}
     * @param rule who is in it; it names neither a cell nor a segment
     */
    record GridCell(String code, Rule rule) {}
}
