package regulars.operate;

import java.util.Locale;
import java.util.Map;

/** A text in Prometheus' form: what each figure means, its kind, its value. */
final class Figures {
    private final StringBuilder text = new StringBuilder();

    void gauge(String name, String meaning, double value) {
        head(name, meaning, "gauge");
        line(name, "", value);
    }

    void counter(String name, String meaning, double value) {
        head(name, meaning, "counter");
        line(name, "", value);
    }

    void counters(String name, String meaning, String label, Map<String, ? extends Number> values) {
        head(name, meaning, "counter");
        values.forEach((key, value) -> line(name, "{%s=\"%s\"}".formatted(label, key), value.doubleValue()));
    }

    private void head(String name, String meaning, String kind) {
        text.append("# HELP ").append(name).append(' ').append(meaning).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(kind).append('\n');
    }

    private void line(String name, String labels, double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        var number = whole ? Long.toString((long) value) : String.format(Locale.ROOT, "%.6f", value);
        text.append(name).append(labels).append(' ').append(number).append('\n');
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
