package regulars.segments;

import static regulars.segments.RuleValidator.invalid;
import static regulars.segments.RuleValidator.present;
import static regulars.segments.SegmentsFault.RULE_LIST_TOO_LONG;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import regulars.kernel.Fault;

/** Refuses conditions about events and sequences that cannot be compiled. */
final class EventValidator {
    private static final int MOST_TESTS = 10;
    private static final int MOST_STEPS = 6;
    private static final int MOST_MINUTES = 366 * 24 * 60;
    private static final Set<ValueType> TYPES =
            EnumSet.of(ValueType.TEXT, ValueType.NUMBER, ValueType.BOOLEAN, ValueType.DATE);

    private EventValidator() {}

    static void check(Rule.EventsRule rule, String path) {
        filter(rule.events(), path + ".events");
        present(rule.measure(), path + ".measure");
        if (rule.measure().ofProperty()) {
            present(rule.property(), path + ".property");
            ValueValidator.text(String.valueOf(rule.property()), path + ".property");
        } else if (rule.property() != null) {
            throw invalid(path + ".property", rule.property(), "this figure is not of a property, leave it out");
        }
        ValueValidator.check(rule.check(), rule.measure().type(), path + ".check");
        RuleValidator.window(rule.window(), path + ".window");
    }

    static void check(Rule.SequenceRule rule, String path) {
        int steps = rule.steps().size();
        if (steps < 2) throw invalid(path + ".steps", steps, "a sequence has at least two steps");
        few(steps, MOST_STEPS, path + ".steps");
        RuleValidator.window(rule.window(), path + ".window");
        for (int i = 0; i < steps; i++) step(rule.steps().get(i), i, path + ".steps[" + i + "]");
    }

    private static void step(Rule.@Nullable SequenceStep step, int index, String path) {
        present(step, path);
        if (step == null) return;
        if (step.events() != null) filter(step.events(), path + ".events");
        var within = step.withinMinutes();
        if (within == null) return;
        if (index == 0) throw invalid(path + ".withinMinutes", within, "the first step has none before it");
        if (within < 1 || within > MOST_MINUTES) {
            throw invalid(path + ".withinMinutes", within, "write minutes from 1 to " + MOST_MINUTES);
        }
    }

    private static void filter(Rule.@Nullable EventFilter events, String path) {
        present(events, path);
        if (events == null) return;
        present(events.type(), path + ".type");
        ValueValidator.text(events.type(), path + ".type");
        few(events.where().size(), MOST_TESTS, path + ".where");
        for (int i = 0; i < events.where().size(); i++) test(events.where().get(i), path + ".where[" + i + "]");
    }

    private static void test(Rule.PropertyTest test, String path) {
        present(test.property(), path + ".property");
        ValueValidator.text(test.property(), path + ".property");
        present(test.type(), path + ".type");
        if (!TYPES.contains(test.type())) throw invalid(path + ".type", test.type(), "choose one of " + TYPES);
        ValueValidator.check(test.check(), test.type(), path + ".check");
    }

    private static void few(int size, int limit, String path) {
        if (size <= limit) return;
        throw new Fault(RULE_LIST_TOO_LONG, "At most " + limit + " may be given here, these are " + size + ".")
                .at(path, size)
                .with("limit", limit);
    }
}
