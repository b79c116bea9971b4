package regulars.sources.files;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts the digits of the whole numbers in each column. Used by one thread. */
final class WholeNumbers {
    private static final int FEWEST_DIGITS = 3;
    private static final int MOST_DIGITS = 20;

    private final Map<Integer, long[]> byColumn = new TreeMap<>();

    void saw(int column, BigDecimal number) {
        if (number.scale() > 0 || number.signum() < 0) return;
        int digits = Math.min(MOST_DIGITS, number.precision() - number.scale());
        byColumn.computeIfAbsent(column, key -> new long[MOST_DIGITS + 1])[digits]++;
    }

    /** The columns where more than half have the same count of digits, and some fewer. */
    List<ColumnDoubt> doubts(List<String> header) {
        var doubts = new ArrayList<ColumnDoubt>();
        byColumn.forEach((column, counts) -> {
            if (column >= header.size()) return;
            long all = 0;
            int usual = 0;
            for (int digits = 0; digits <= MOST_DIGITS; digits++) {
                all += counts[digits];
                if (counts[digits] > counts[usual]) usual = digits;
            }
            long shorter = 0;
            for (int digits = 0; digits < usual; digits++) shorter += counts[digits];
            if (usual < FEWEST_DIGITS || shorter == 0 || counts[usual] * 2 <= all) return;
            doubts.add(new ColumnDoubt(column, header.get(column), all, usual, shorter));
        });
        return doubts;
    }
}
