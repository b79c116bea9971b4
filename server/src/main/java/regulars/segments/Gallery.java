package regulars.segments;

import static regulars.segments.CheckOperator.ANNIVERSARY;
import static regulars.segments.CheckOperator.AT_LEAST;
import static regulars.segments.CheckOperator.IS;
import static regulars.segments.CheckOperator.LAST_DAYS;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import regulars.segments.Rule.AllRule;
import regulars.segments.Rule.ConsentRule;
import regulars.segments.Rule.ContactRule;
import regulars.segments.Rule.EventFilter;
import regulars.segments.Rule.EventsRule;
import regulars.segments.Rule.FieldRule;
import regulars.segments.Rule.OrderWindow;
import regulars.segments.Rule.OrdersRule;
import regulars.segments.Rule.ProductFilter;
import regulars.segments.Rule.SequenceRule;
import regulars.segments.Rule.SequenceStep;

/** Examples of rules, the simple ones first, in the words of this base: its best-sold category, its first purpose. */
@Component
class Gallery {
    private static final int MINUTES_OF_60_DAYS = (int) Duration.ofDays(60).toMinutes();

    private final VocabularyStore vocabulary;
    private final RuleSight sight;
    private final RuleEngine engine;
    private final InstantSource clock;

    Gallery(VocabularyStore vocabulary, RuleSight sight, RuleEngine engine, InstantSource clock) {
        this.vocabulary = vocabulary;
        this.sight = sight;
        this.engine = engine;
        this.clock = clock;
    }

    /** Those that the caller may ask, with how many people each means, counted in one pass. */
    List<GalleryExample> read() {
        var known = vocabulary.read();
        var rules = new LinkedHashMap<String, Rule>();
        rules(
                        known.categories(),
                        known.purposes().stream()
                                .map(RuleVocabulary.NamedCode::code)
                                .toList())
                .forEach((key, rule) -> {
                    if (sight.admits(rule)) rules.put(key, rule);
                });
        if (rules.isEmpty()) return List.of();
        var counts = engine.counts(List.copyOf(rules.values()), clock.instant());
        List<GalleryExample> examples = new ArrayList<>();
        rules.forEach((key, rule) -> examples.add(new GalleryExample(key, rule, counts.get(examples.size()))));
        return examples;
    }

    static Map<String, Rule> rules(List<String> categories, List<String> purposes) {
        var rules = new LinkedHashMap<String, Rule>();
        rules.put("newCustomers", orders(OrderMeasure.FIRST_DAY, ValueCheck.of(LAST_DAYS, "30")));
        rules.put("birthdaySoon", new FieldRule(CustomerField.BIRTH_DATE, ValueCheck.of(ANNIVERSARY, "7")));
        rules.put("regulars", count(AT_LEAST, 3, OrderWindow.lastDays(365)));
        rules.put("yearsWithUs", orders(OrderMeasure.FIRST_DAY, ValueCheck.of(ANNIVERSARY, "7")));
        rules.put("onceAndGone", all(count(IS, 1, OrderWindow.EVER), silentFor(90)));
        rules.put("bestAtRisk", all(count(AT_LEAST, 5, OrderWindow.EVER), silentFor(60)));
        if (!purposes.isEmpty()) {
            rules.put(
                    "neverBought",
                    all(
                            count(IS, 0, OrderWindow.EVER),
                            new ContactRule(ContactKind.EMAIL, ContactQuality.USABLE, List.of(), List.of()),
                            new ConsentRule("email", purposes.getFirst(), ConsentStanding.GRANTED)));
        }
        rules.put("readsButDoesNotBuy", all(opened(), count(IS, 0, OrderWindow.lastDays(30))));
        rules.put(
                "noSecondOrder",
                new SequenceRule(
                        List.of(new SequenceStep(null, null), new SequenceStep(null, MINUTES_OF_60_DAYS)),
                        true,
                        OrderWindow.lastDays(365)));
        if (!categories.isEmpty()) {
            var best = new ProductFilter(List.of(categories.getFirst()), List.of(), List.of());
            var twice = new OrdersRule(
                    OrderMeasure.COUNT, ValueCheck.of(AT_LEAST, "2"), OrderWindow.lastDays(365), List.of(), best);
            rules.put("categoryLapsed", all(twice, count(IS, 0, OrderWindow.lastDays(90)), opened()));
        }
        return rules;
    }

    private static Rule opened() {
        return new EventsRule(
                new EventFilter("message.opened", List.of()),
                EventMeasure.COUNT,
                null,
                ValueCheck.of(AT_LEAST, "1"),
                OrderWindow.lastDays(30));
    }

    private static Rule silentFor(int days) {
        return orders(OrderMeasure.DAYS_SINCE_LAST, ValueCheck.of(AT_LEAST, String.valueOf(days)));
    }

    private static Rule count(CheckOperator operator, int number, OrderWindow window) {
        return new OrdersRule(
                OrderMeasure.COUNT, ValueCheck.of(operator, String.valueOf(number)), window, List.of(), null);
    }

    private static Rule orders(OrderMeasure measure, ValueCheck check) {
        return new OrdersRule(measure, check, OrderWindow.EVER, List.of(), null);
    }

    private static Rule all(Rule... rules) {
        return new AllRule(List.of(rules));
    }
}
