package bench;

import java.util.ArrayList;
import java.util.List;
import regulars.segments.CheckOperator;
import regulars.segments.ConsentStanding;
import regulars.segments.ContactKind;
import regulars.segments.ContactQuality;
import regulars.segments.CustomerField;
import regulars.segments.EventMeasure;
import regulars.segments.Rule;
import regulars.segments.Rule.AllRule;
import regulars.segments.Rule.EventFilter;
import regulars.segments.Rule.EventsRule;
import regulars.segments.Rule.FieldRule;
import regulars.segments.Rule.NotRule;
import regulars.segments.Rule.OrderWindow;
import regulars.segments.Rule.PropertyTest;
import regulars.segments.Rule.SequenceRule;
import regulars.segments.Rule.SequenceStep;
import regulars.segments.ValueCheck;
import regulars.segments.ValueType;

/** Fifty varied segments, as a shop would have them: counts, inaction, dates, sums, sequences, people of a place. */
final class LiveRules {
    private static final List<String> TYPES = List.of("visit", "view", "search", "cart", "click");
    private static final List<String> COUNTRIES = List.of("UA", "PL", "DE", "US", "CN");

    private static final OrderWindow MONTH = OrderWindow.lastDays(30);
    private static final OrderWindow YEAR = OrderWindow.lastDays(365);

    private LiveRules() {}

    /** Whoever has ever sent the event that the bench waits for. */
    static Rule probed() {
        return done("probe", 1, OrderWindow.EVER);
    }

    static List<Rule> fortyNine() {
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < TYPES.size(); i++) {
            var type = TYPES.get(i);
            var country = new FieldRule(CustomerField.COUNTRY, ValueCheck.of(CheckOperator.IS, COUNTRIES.get(i)));
            rules.add(done(type, 3, OrderWindow.lastDays(30)));
            rules.add(done(type, 10, OrderWindow.EVER));
            rules.add(new NotRule(done(type, 1, OrderWindow.lastDays(30 + 10 * i))));
            rules.add(new AllRule(List.of(country, done(type, 1, OrderWindow.lastDays(7)))));
            rules.add(figure(type, EventMeasure.SUM, "price", "500", OrderWindow.lastDays(90)));
            rules.add(figure(type, EventMeasure.DISTINCT, "shelf", "5", OrderWindow.EVER));
            rules.add(new AllRule(List.of(country, done(type, 2, OrderWindow.lastDays(90)), reachable())));
            rules.add(new EventsRule(
                    new EventFilter(
                            type,
                            List.of(new PropertyTest(
                                    "price", ValueType.NUMBER, ValueCheck.of(CheckOperator.AT_LEAST, "90")))),
                    EventMeasure.COUNT,
                    null,
                    ValueCheck.of(CheckOperator.AT_LEAST, "1"),
                    OrderWindow.lastDays(60)));
            rules.add(new EventsRule(
                    new EventFilter(type, List.of()),
                    EventMeasure.LAST_DAY,
                    null,
                    ValueCheck.of(CheckOperator.LONGER_AGO, String.valueOf(20 + i)),
                    OrderWindow.EVER));
        }
        rules.add(after("view", "cart", 60, false, MONTH));
        rules.add(after("cart", "call", 120, true, MONTH));
        rules.add(new AllRule(List.of(
                new FieldRule(CustomerField.BIRTH_DATE, ValueCheck.of(CheckOperator.ANNIVERSARY, "7")), reachable())));
        rules.add(new FieldRule(CustomerField.AGE, ValueCheck.of(CheckOperator.BETWEEN, "25", "34")));
        return rules;
    }

    /** What makes a preview slow on purpose: sequences over a whole year. */
    static Rule slow() {
        return new AllRule(List.of(
                after("view", "view", 600, false, YEAR),
                after("visit", "search", 600, false, YEAR),
                after("view", "click", 900, true, YEAR)));
    }

    private static Rule reachable() {
        return new AllRule(List.of(
                new Rule.ContactRule(ContactKind.EMAIL, ContactQuality.USABLE, List.of(), List.of()),
                new Rule.ConsentRule("email", "marketing", ConsentStanding.GRANTED)));
    }

    private static Rule done(String type, int times, OrderWindow window) {
        return new EventsRule(
                new EventFilter(type, List.of()),
                EventMeasure.COUNT,
                null,
                ValueCheck.of(CheckOperator.AT_LEAST, String.valueOf(times)),
                window);
    }

    private static Rule figure(String type, EventMeasure measure, String property, String least, OrderWindow window) {
        return new EventsRule(
                new EventFilter(type, List.of()),
                measure,
                property,
                ValueCheck.of(CheckOperator.AT_LEAST, least),
                window);
    }

    private static Rule after(String first, String then, int minutes, boolean missing, OrderWindow window) {
        return new SequenceRule(
                List.of(
                        new SequenceStep(new EventFilter(first, List.of()), null),
                        new SequenceStep(new EventFilter(then, List.of()), minutes)),
                missing,
                window);
    }
}
