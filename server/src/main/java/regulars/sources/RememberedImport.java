package regulars.sources;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import regulars.sources.cells.DateOrder;
import regulars.sources.cells.DecimalMark;

/** The choices of the last import of a file with the same columns. */
record RememberedImport(
        ImportKind kind,
        String source,
        List<ColumnMapping> mapping,
        @Nullable DateOrder dateOrder,
        @Nullable DecimalMark decimalMark,
        @Nullable String currency,
        @Nullable String country,
        @Nullable Map<String, BigDecimal> rates) {
    static RememberedImport of(NewImportFile request) {
        return new RememberedImport(
                request.kind(),
                request.source(),
                request.mapping(),
                request.dateOrder(),
                request.decimalMark(),
                request.currency(),
                request.country(),
                request.rates());
    }
}
