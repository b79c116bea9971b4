package regulars.segments;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which orders a figure is of: placed from one instant, before another, in these states, so paid, from these sources. */
record OrderSlice(
        @Nullable Instant from,
        @Nullable Instant before,
        List<String> statuses,
        List<String> paymentMethods,
        List<Integer> sources) {
    static OrderSlice of(Rule.OrdersRule rule, RuleContext context) {
        var statuses = rule.statuses().isEmpty() ? context.catalogue().countingStatuses() : rule.statuses();
        var days = days(rule.window(), context);
        var to = days.to();
        return new OrderSlice(
                days.from() == null ? null : context.startOf(days.from()),
                to == null ? null : context.startOf(to.plusDays(1)),
                statuses.stream().sorted().toList(),
                rule.paymentMethods(),
                rule.sources().stream()
                        .map(code -> Objects.requireNonNull(
                                context.catalogue().sources().get(code), code))
                        .toList());
    }

    static DayRange days(Rule.OrderWindow window, RuleContext context) {
        var days = window.days();
        if (days != null) return new DayRange(context.today().minusDays(days), null);
        return new DayRange(window.from(), window.to());
    }
}
