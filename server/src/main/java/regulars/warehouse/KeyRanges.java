package regulars.warehouse;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** A table's rows summed up by ranges of their keys, whatever the order they come in. */
final class KeyRanges {
    private static final int BITS = 12;
    private final Map<Long, long[]> sums = new HashMap<>();
    private long rows;

    void add(long key, long digest) {
        var sum = sums.computeIfAbsent(key >> BITS, range -> new long[2]);
        sum[0]++;
        sum[1] += digest;
        rows++;
    }

    long rows() {
        return rows;
    }

    /** The ranges in which the two differ, in order. */
    List<Range> differences(KeyRanges other) {
        var all = new HashSet<>(sums.keySet());
        all.addAll(other.sums.keySet());
        return all.stream()
                .filter(range -> !java.util.Arrays.equals(sums.get(range), other.sums.get(range)))
                .sorted()
                .map(range -> new Range(range << BITS, (range + 1) << BITS))
                .toList();
    }

    /** Keys from the first, inclusive, to the last, exclusive. */
    record Range(long from, long to) {
        String condition(String column) {
            return column + " >= " + from + " and " + column + " < " + to;
        }
    }
}
