package regulars.duplicates.model;

import java.util.HashMap;
import java.util.Map;
import java.util.function.ObjDoubleConsumer;

/** How often each combination of agreements was seen: a few thousand of them stand for millions of pairs. */
final class Patterns {
    private final Map<Long, double[]> counts = new HashMap<>();
    private double pairs;

    void add(long pattern, double weight) {
        counts.computeIfAbsent(pattern, any -> new double[1])[0] += weight;
        pairs += weight;
    }

    double pairs() {
        return pairs;
    }

    void forEach(ObjDoubleConsumer<Long> each) {
        counts.forEach((pattern, count) -> each.accept(pattern, count[0]));
    }
}
