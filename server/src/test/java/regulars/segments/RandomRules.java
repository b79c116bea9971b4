package regulars.segments;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import regulars.segments.Rule.AllRule;
import regulars.segments.Rule.AnyRule;
import regulars.segments.Rule.AttributeRule;
import regulars.segments.Rule.Basket;
import regulars.segments.Rule.CellRule;
import regulars.segments.Rule.CompanyRule;
import regulars.segments.Rule.CompanyTest;
import regulars.segments.Rule.ConsentRule;
import regulars.segments.Rule.ContactRule;
import regulars.segments.Rule.EventFilter;
import regulars.segments.Rule.EventsRule;
import regulars.segments.Rule.FieldRule;
import regulars.segments.Rule.ListRule;
import regulars.segments.Rule.NotRule;
import regulars.segments.Rule.ObjectTest;
import regulars.segments.Rule.ObjectsRule;
import regulars.segments.Rule.OrderWindow;
import regulars.segments.Rule.OrdersRule;
import regulars.segments.Rule.ProductFilter;
import regulars.segments.Rule.PropertyTest;
import regulars.segments.Rule.ReachableRule;
import regulars.segments.Rule.SegmentRule;
import regulars.segments.Rule.SequenceRule;
import regulars.segments.Rule.SequenceStep;

/** Draws valid rules of every kind about a drawn world. */
final class RandomRules {
    private static final Set<ValueType> TEXTS = EnumSet.of(ValueType.TEXT, ValueType.CHOICE, ValueType.LIST);

    private static final List<ValueType> PROPERTY_TYPES =
            List.of(ValueType.TEXT, ValueType.NUMBER, ValueType.BOOLEAN, ValueType.DATE);

    private final Random random;
    private final RandomWorlds world;

    RandomRules(Random random, RandomWorlds world) {
        this.random = random;
        this.world = world;
        for (int i = 1; i <= 3; i++) world.segments.put(new UUID(9, i), draw(2));
    }

    Rule draw(int depth) {
        if (random.nextInt(8) == 0) return objects();
        if (random.nextInt(12) == 0) return cell();
        if (random.nextInt(10) == 0) return company();
        if (random.nextInt(12) == 0) return reachable();
        if (random.nextInt(16) == 0) return new ListRule(world.pick(RandomWorlds.LISTS));
        int kind = random.nextInt(depth > 0 ? 19 : 16);
        return switch (kind) {
            case 0, 1 -> field();
            case 2, 3 -> attribute();
            case 4 -> contact();
            case 5 ->
                new ConsentRule(
                        world.pick(RandomWorlds.CHANNELS),
                        world.pick(RandomWorlds.PURPOSES),
                        world.pick(List.of(ConsentStanding.values())));
            case 6, 7, 8, 9, 10 -> orders();
            case 11, 12 -> events();
            case 13, 14 -> sequence();
            case 15 -> segment();
            case 16 -> new AllRule(some(depth));
            case 17 -> new AnyRule(some(depth));
            default -> new NotRule(draw(depth - 1));
        };
    }

    /** One rule for each test of each figure, field and type, so that none depends on luck. */
    List<Rule> ofEveryKind() {
        List<Rule> rules = new ArrayList<>();
        for (var measure : OrderMeasure.values()) {
            for (var operator : measure.type().operators()) {
                var products = measure == OrderMeasure.SHARE ? products() : null;
                rules.add(new OrdersRule(measure, check(operator, measure.type()), window(), List.of(), products));
                rules.add(new OrdersRule(
                        measure, check(operator, measure.type()), OrderWindow.EVER, List.of(), products()));
            }
        }
        for (var measure : OrderMeasure.values()) rules.add(together(measure, window(), basket()));
        rules.add(together(OrderMeasure.COUNT, window(), new Basket(List.of(products(), products()), List.of())));
        rules.add(together(OrderMeasure.COUNT, window(), new Basket(List.of(), List.of(products(), products()))));
        for (var field : CustomerField.values()) {
            int often = field == CustomerField.AGE ? 4 : 1; // few are of an age that is another one elsewhere today
            for (var operator : field.type().operators())
                for (int i = 0; i < often; i++)
                    rules.add(new FieldRule(field, of(field, check(operator, field.type()))));
        }
        RandomWorlds.ATTRIBUTES.forEach((key, type) ->
                type.operators().forEach(operator -> rules.add(new AttributeRule(key, check(operator, type)))));
        for (int i = 0; i < 8; i++) rules.add(contact());
        for (var measure : EventMeasure.values()) {
            for (var operator : measure.type().operators()) rules.add(events(measure, operator));
        }
        for (var type : PROPERTY_TYPES) {
            for (var operator : type.operators()) rules.add(counted(test(type, operator)));
        }
        for (int i = 0; i < 24; i++) rules.add(sequence());
        for (int i = 0; i < 4; i++) rules.add(segment());
        for (int i = 0; i < 4; i++) rules.add(cell());
        RandomWorlds.ATTRIBUTES.forEach((key, type) -> type.operators().forEach(operator -> {
            var test = new ObjectTest(key, check(operator, type));
            rules.add(new ObjectsRule("car", ValueCheck.of(CheckOperator.AT_LEAST, "1"), List.of(test)));
        }));
        RandomWorlds.ATTRIBUTES.forEach((key, type) -> {
            var test = new ObjectTest(key, check(type));
            rules.add(new ObjectsRule(
                    RandomWorlds.OF_COMPANIES, ValueCheck.of(CheckOperator.AT_LEAST, "1"), List.of(test)));
        });
        for (int i = 0; i < 12; i++) rules.add(objects());
        for (var field : CompanyField.values()) {
            for (var operator : field.type().operators())
                rules.add(new CompanyRule(List.of(test(field, operator)), List.of(), null));
        }
        for (var field : CompanyField.values()) {
            var operator = world.pick(List.of(CheckOperator.IS, CheckOperator.KNOWN, CheckOperator.UNKNOWN));
            rules.add(new CompanyRule(List.of(test(field, operator)), List.of(), CompanyReach.WITH_BELOW));
        }
        for (var role : CompanyRole.values())
            rules.add(new CompanyRule(List.of(), List.of(role), world.pick(List.of(CompanyReach.values()))));
        for (int i = 0; i < 6; i++) rules.add(company());
        for (int i = 0; i < 6; i++) rules.add(reachable());
        for (UUID list : RandomWorlds.LISTS) rules.add(new ListRule(list));
        return rules;
    }

    private Rule reachable() {
        return new ReachableRule(world.pick(List.of(ReachChannel.values())), world.pick(RandomWorlds.PURPOSES));
    }

    private List<Rule> some(int depth) {
        return IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(i -> draw(depth - 1))
                .toList();
    }

    private Rule field() {
        var field = world.pick(List.of(CustomerField.values()));
        return new FieldRule(field, of(field, check(field.type())));
    }

    /** Owners are known by their ids, sources by their codes. */
    private ValueCheck of(CustomerField field, ValueCheck check) {
        if (field != CustomerField.OWNER && !field.source()) return check;
        List<?> known = field == CustomerField.OWNER ? RandomWorlds.OWNERS : RandomWorlds.SOURCES;
        return among(known.stream().map(String::valueOf).toList(), check);
    }

    private Rule attribute() {
        var types = random.nextInt(4) == 0 ? TestValues.TYPES : RandomWorlds.ATTRIBUTES;
        var key = world.pick(List.copyOf(types.keySet()));
        return new AttributeRule(key, check(Objects.requireNonNull(types.get(key))));
    }

    private Rule objects() {
        var tests = IntStream.range(0, random.nextInt(3))
                .mapToObj(i -> {
                    var key = world.pick(List.copyOf(RandomWorlds.ATTRIBUTES.keySet()));
                    return new ObjectTest(key, check(Objects.requireNonNull(RandomWorlds.ATTRIBUTES.get(key))));
                })
                .toList();
        return new ObjectsRule(world.pick(RandomWorlds.OBJECT_TYPES), check(ValueType.COUNT), tests);
    }

    private Rule company() {
        var tests = IntStream.range(0, random.nextInt(3))
                .mapToObj(i -> world.pick(List.of(CompanyField.values())))
                .map(field -> test(field, world.pick(List.copyOf(field.type().operators()))))
                .toList();
        List<CompanyRole> roles = random.nextBoolean() ? List.of() : some(List.of(CompanyRole.values()));
        return new CompanyRule(tests, roles, world.pick(List.of(CompanyReach.values())));
    }

    private CompanyTest test(CompanyField field, CheckOperator operator) {
        var check = check(operator, field.type());
        return switch (field) {
            case SIZE -> new CompanyTest(field, among(RandomWorlds.SIZES, check));
            case COUNTRY -> new CompanyTest(field, among(List.of("ua", "CN", "RU", "u"), check));
            case NAME, INDUSTRY, POSITION -> new CompanyTest(field, check);
        };
    }

    private ValueCheck among(List<String> values, ValueCheck check) {
        return new ValueCheck(
                check.operator(),
                check.values().stream().map(value -> world.pick(values)).toList());
    }

    private Rule contact() {
        boolean email = random.nextBoolean();
        List<String> domains = random.nextBoolean() ? List.of() : List.of("MAIL.example");
        List<String> codes = random.nextBoolean() ? List.of() : List.of("380", "86");
        return new ContactRule(
                email ? ContactKind.EMAIL : ContactKind.PHONE,
                world.pick(List.of(ContactQuality.values())),
                email ? domains : List.of(),
                email ? List.of() : codes);
    }

    private Rule orders() {
        var measure = world.pick(List.of(OrderMeasure.values()));
        List<String> statuses = random.nextInt(3) == 0 ? List.of(world.pick(RandomWorlds.STATUSES)) : List.of();
        var products = measure == OrderMeasure.SHARE || random.nextInt(3) == 0 ? products() : null;
        List<String> methods = random.nextInt(4) == 0 ? List.of(world.pick(List.of("Card", "cash"))) : List.of();
        List<String> sources = random.nextInt(4) == 0 ? List.of(world.pick(RandomWorlds.SOURCES)) : List.of();
        var basket = random.nextInt(3) == 0 ? basket() : null;
        return new OrdersRule(measure, check(measure.type()), window(), statuses, products, methods, sources, basket);
    }

    private Rule together(OrderMeasure measure, OrderWindow window, Basket basket) {
        var products = measure == OrderMeasure.SHARE ? products() : null;
        return new OrdersRule(
                measure, check(measure.type()), window, List.of(), products, List.of(), List.of(), basket);
    }

    private Basket basket() {
        var with = Stream.generate(this::products).limit(random.nextInt(3)).toList();
        long least = with.isEmpty() ? 1 : 0;
        return new Basket(
                with,
                Stream.generate(this::products).limit(least + random.nextInt(2)).toList());
    }

    /** Those that are there already: none asks about itself. */
    private Rule segment() {
        if (world.segments.isEmpty()) return events();
        return new SegmentRule(world.pick(List.copyOf(world.segments.keySet())), random.nextBoolean());
    }

    private Rule cell() {
        return new CellRule(TestCells.GRID, some(TestCells.CODES), random.nextBoolean());
    }

    private <T> List<T> some(List<T> all) {
        var shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        return List.copyOf(shuffled.subList(0, 1 + random.nextInt(all.size())));
    }

    private Rule events() {
        var measure = world.pick(List.of(EventMeasure.values()));
        return events(measure, world.pick(List.copyOf(measure.type().operators())));
    }

    private Rule events(EventMeasure measure, CheckOperator operator) {
        var property =
                measure.ofProperty() ? random.nextInt(3) > 0 ? "price" : world.pick(RandomWorlds.PROPERTIES) : null;
        return new EventsRule(eventFilter(), measure, property, check(operator, measure.type()), window());
    }

    private Rule counted(PropertyTest test) {
        var filter = new EventFilter(world.pick(RandomWorlds.EVENTS), List.of(test));
        return new EventsRule(
                filter, EventMeasure.COUNT, null, check(CheckOperator.AT_LEAST, ValueType.COUNT), OrderWindow.EVER);
    }

    private EventFilter eventFilter() {
        var tests = IntStream.range(0, Math.max(0, random.nextInt(5) - 2))
                .mapToObj(i -> world.pick(PROPERTY_TYPES))
                .map(type -> test(type, world.pick(List.copyOf(type.operators()))))
                .toList();
        return new EventFilter(world.pick(RandomWorlds.EVENTS), tests);
    }

    private PropertyTest test(ValueType type, CheckOperator operator) {
        var usual =
                RandomWorlds.PROPERTIES.get(List.of(ValueType.NUMBER, ValueType.TEXT, ValueType.BOOLEAN, ValueType.DATE)
                        .indexOf(type));
        var property = random.nextInt(4) == 0 ? world.pick(RandomWorlds.PROPERTIES) : usual;
        return new PropertyTest(property, type, check(operator, type));
    }

    private Rule sequence() {
        var steps = IntStream.rangeClosed(0, 1 + random.nextInt(3) / 2 + random.nextInt(2))
                .mapToObj(i -> new SequenceStep(
                        random.nextInt(4) == 0 ? null : eventFilter(),
                        i == 0 || random.nextInt(3) == 0 ? null : world.pick(List.of(1, 60, 1440, 10_080))))
                .toList();
        return new SequenceRule(steps, random.nextInt(3) == 0, random.nextInt(3) == 0 ? window() : OrderWindow.EVER);
    }

    private OrderWindow window() {
        var one = world.someDay();
        var other = world.someDay();
        return switch (random.nextInt(5)) {
            case 0 -> OrderWindow.EVER;
            case 1 -> OrderWindow.between(one.isBefore(other) ? one : other, one.isBefore(other) ? other : one);
            case 2 -> OrderWindow.between(one, null);
            default -> OrderWindow.lastDays(random.nextInt(8));
        };
    }

    private ProductFilter products() {
        return switch (random.nextInt(4)) {
            case 0 -> new ProductFilter(List.of(text()), List.of(), List.of());
            case 1 -> new ProductFilter(List.of(), List.of(text(), text()), List.of());
            case 2 -> new ProductFilter(List.of(text(), text()), List.of(text(), text()), List.of());
            default ->
                new ProductFilter(
                        List.of(), List.of(), List.of(world.pick(world.products).id()));
        };
    }

    private ValueCheck check(ValueType type) {
        return check(world.pick(List.copyOf(type.operators())), type);
    }

    private ValueCheck check(CheckOperator operator, ValueType type) {
        int operands = switch (operator) {
            case KNOWN, UNKNOWN -> 0;
            case BETWEEN -> 2;
            case IN -> 1 + random.nextInt(3);
            case ANNIVERSARY -> 1 + random.nextInt(2);
            case IS, IS_NOT, CONTAINS, STARTS_WITH, AT_LEAST, AT_MOST -> 1;
            case LAST_DAYS, NEXT_DAYS, LONGER_AGO, DAYS_BEFORE, DAYS_AFTER -> 1;
        };
        if (operator == CheckOperator.ANNIVERSARY) return anniversary(operands);
        Stream<String> values = Stream.generate(() -> operand(operator, type)).limit(operands);
        return new ValueCheck(operator, TEXTS.contains(type) ? values.toList() : ordered(values, type));
    }

    private ValueCheck anniversary(int operands) {
        var days = String.valueOf(random.nextInt(20) == 0 ? 365 : random.nextInt(8));
        var years = String.valueOf(1 + random.nextInt(4));
        return new ValueCheck(CheckOperator.ANNIVERSARY, operands == 1 ? List.of(days) : List.of(days, years));
    }

    private static List<String> ordered(Stream<String> values, ValueType type) {
        boolean days = type == ValueType.DATE || type == ValueType.INSTANT || type == ValueType.BOOLEAN;
        return days
                ? values.sorted().toList()
                : values.sorted(Comparator.comparing(BigDecimal::new)).toList();
    }

    private String operand(CheckOperator operator, ValueType type) {
        if (operator.relative()) return String.valueOf(random.nextInt(8));
        return switch (type) {
            case CHOICE, LIST -> text();
            case TEXT ->
                operator == CheckOperator.CONTAINS || operator == CheckOperator.STARTS_WITH ? part(text()) : text();
            case NUMBER -> String.valueOf(random.nextInt(12) == 0 ? 50 : random.nextInt(6) / 2.0);
            case WHOLE, COUNT -> String.valueOf(random.nextInt(5));
            case MONEY -> String.valueOf(random.nextInt(9) * 250);
            case BOOLEAN -> String.valueOf(random.nextBoolean());
            case DATE, INSTANT -> world.someDay().toString();
        };
    }

    private String text() {
        var text = world.pick(RandomWorlds.TEXTS);
        return text.isEmpty() ? "nowhere" : text;
    }

    private String part(String text) {
        int from = random.nextInt(2) * random.nextInt(text.length());
        return text.substring(from, from + 1 + random.nextInt(text.length() - from));
    }
}
