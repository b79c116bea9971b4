package regulars.insight;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import regulars.kernel.Money;
import regulars.segments.Rule;

/** Buyers by how often they buy and how much they spend on average; the cells are all 9, also the empty ones. */
public record MatrixGrid(
        SchemeView scheme,
        Instant asOf,
        int buyers,
        CountedRule withoutOrders,
        List<GridBand> frequency,
        List<GridBand> check,
        List<MatrixCell> cells) {
    public record MatrixCell(
            int frequency,
            int check,
            int customers,
            Money revenue,
            @Nullable Rule rule) {}
}
