package regulars.warehouse;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison of every cell at one snapshot found.
 *
 * @param equal nothing differs
 * @param damages the first ones; {@code more} when there are others
 */
public record VerifyReport(
        boolean equal, Watermark watermark, List<TableVerdict> tables, List<DamagedCell> damages, boolean more) {
    public VerifyReport {
        tables = List.copyOf(tables);
        damages = List.copyOf(damages);
    }

    /** One table, its rows on either side. */
    public record TableVerdict(String table, long rows, long mirrorRows, boolean equal) {}

    /** How a row or a cell differs. */
    public enum Damaged {
        /** PostgreSQL has the row, the mirror lacks it. */
        MISSING,
        /** The mirror has a row, or one row more, that PostgreSQL has not. */
        EXTRA,
        /** Both have the row, and the column differs. */
        DIFFERENT;

        @JsonValue
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A row, or one cell of it.
     *
     * @param column absent when the whole row is missing or too many
     */
    public record DamagedCell(
            String table,
            long key,
            Damaged damage,
            @Nullable String column,
            @Nullable String postgres,
            @Nullable String mirror) {}
}
