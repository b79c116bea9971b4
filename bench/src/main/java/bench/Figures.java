package bench;

import java.util.List;

/** Small sums over measured values. */
final class Figures {
    private Figures() {}

    static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    static double rounded(double value, int digits) {
        var scale = Math.pow(10, digits);
        return Math.round(value * scale) / scale;
    }
}
