package regulars.insight;

import java.util.ArrayList;
import java.util.List;
import regulars.segments.CheckOperator;
import regulars.segments.Rule;
import regulars.segments.Rule.AllRule;
import regulars.segments.Rule.AttributeRule;
import regulars.segments.Rule.NotRule;
import regulars.segments.ValueCheck;

/**
 * Bands of a number that customers have. It may have fractions, so a band begins above the border and not at the next
 * whole number; who has no number is in none.
 */
final class OwnNumbers {
    private OwnNumbers() {}

    static List<GridBand> bands(String key, List<Long> tops) {
        List<GridBand> bands = new ArrayList<>();
        for (int band = 1; band <= tops.size() + 1; band++) {
            boolean open = band > tops.size();
            long below = band == 1 ? Math.min(0, tops.getFirst()) : tops.get(band - 2);
            Long to = open ? null : tops.get(band - 1);
            boolean empty = band > 1 && to != null && to <= below;
            bands.add(new GridBand(band, below, to, empty ? null : rule(key, tops, band)));
        }
        return bands;
    }

    private static Rule rule(String key, List<Long> tops, int band) {
        if (band == 1) return check(key, CheckOperator.AT_MOST, tops.getFirst());
        var below = tops.get(band - 2);
        var above = new NotRule(check(key, CheckOperator.AT_MOST, below));
        var known = band > tops.size()
                ? check(key, CheckOperator.AT_LEAST, below)
                : check(key, CheckOperator.AT_MOST, tops.get(band - 1));
        return new AllRule(List.of(above, known));
    }

    private static Rule check(String key, CheckOperator operator, long value) {
        return new AttributeRule(key, ValueCheck.of(operator, String.valueOf(value)));
    }
}
