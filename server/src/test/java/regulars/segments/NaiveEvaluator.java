package regulars.segments;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import regulars.segments.Rule.AllRule;
import regulars.segments.Rule.AnyRule;
import regulars.segments.Rule.AttributeRule;
import regulars.segments.Rule.CellRule;
import regulars.segments.Rule.CompanyRule;
import regulars.segments.Rule.ConsentRule;
import regulars.segments.Rule.ContactRule;
import regulars.segments.Rule.EventFilter;
import regulars.segments.Rule.EventsRule;
import regulars.segments.Rule.FieldRule;
import regulars.segments.Rule.ListRule;
import regulars.segments.Rule.NotRule;
import regulars.segments.Rule.ObjectsRule;
import regulars.segments.Rule.OrdersRule;
import regulars.segments.Rule.ReachableRule;
import regulars.segments.Rule.SegmentRule;
import regulars.segments.Rule.SequenceRule;
import regulars.segments.Rule.SequenceStep;
import regulars.segments.World.Order;
import regulars.segments.World.Person;

/** The meaning of rules a second time, one person at a time and as plainly as can be: the compiler is held to it. */
final class NaiveEvaluator {
    private final World world;
    private final NaiveChecks checks;

    NaiveEvaluator(World world) {
        this.world = world;
        this.checks = new NaiveChecks(world);
    }

    List<Integer> members(Rule rule) {
        return world.people().stream()
                .filter(Person::active)
                .filter(person -> holds(rule, person))
                .map(Person::number)
                .toList();
    }

    boolean holds(Rule rule, Person person) {
        return switch (rule) {
            case AllRule all -> all.rules().stream().allMatch(part -> holds(part, person));
            case AnyRule any -> any.rules().stream().anyMatch(part -> holds(part, person));
            case NotRule not -> !holds(not.rule(), person);
            case FieldRule field -> checks.of(person).passes(field.check(), value(field.field(), person));
            case AttributeRule attribute -> checks.of(person).passes(attribute.check(), value(attribute.key(), person));
            case ContactRule contact ->
                person.subjects().stream()
                        .flatMap(subject -> subject.contacts().stream())
                        .anyMatch(point -> fits(contact, point));
            case ObjectsRule objects -> checks.passes(objects.check(), things(objects, person));
            case CompanyRule company -> works(company, person);
            case ConsentRule consent -> standing(consent, person) == consent.standing();
            case ReachableRule reachable -> reachable(reachable, person);
            case ListRule list -> person.on(list.list());
            case OrdersRule orders -> orders(orders, person);
            case SegmentRule other ->
                holds(Objects.requireNonNull(world.segments().get(other.segment())), person) == other.member();
            case CellRule cell ->
                cell.cells().stream().anyMatch(code -> holds(TestCells.rule(code), person)) == cell.member();
            case EventsRule events -> events(events, person);
            case SequenceRule sequence -> sequence(sequence, person);
        };
    }

    private @Nullable Object value(CustomerField field, Person person) {
        return switch (field) {
            case LANGUAGE -> person.language();
            case COUNTRY -> person.country();
            case REGION -> person.region();
            case CITY -> person.city();
            case DISTRICT -> person.district();
            case SEX -> person.sex();
            case ZONE -> person.zone();
            case OWNER -> person.owner() == null ? null : person.owner().toString();
            case FIRST_SOURCE -> person.firstSource();
            case LAST_SOURCE -> person.lastSource();
            case BIRTH_DATE -> person.birthDate();
            case AGE -> {
                var born = person.birthDate();
                var today = checks.of(person).today();
                yield born == null || born.isAfter(today)
                        ? null
                        : (long) Period.between(born, today).getYears();
            }
            case CREATED -> person.createdAt();
        };
    }

    /** Days of things are tested in the organisation's zone, not in the person's. */
    private long things(ObjectsRule rule, Person person) {
        return Stream.concat(
                        person.subjects().stream().flatMap(subject -> subject.things().stream()),
                        companies(person).flatMap(company -> company.things().stream()))
                .filter(thing -> thing.type().equals(rule.type()) && !thing.deleted())
                .filter(thing -> rule.where().stream()
                        .allMatch(test ->
                                checks.passes(test.check(), thing.values().get(test.field()))))
                .count();
    }

    private boolean works(CompanyRule rule, Person person) {
        return person.subjects().stream()
                .flatMap(subject -> subject.posts().stream())
                .filter(post -> rule.roles().isEmpty()
                        || rule.roles().contains(CompanyRole.DECISION_MAKER) && post.decisionMaker()
                        || rule.roles().contains(CompanyRole.END_USER) && post.endUser()
                        || rule.roles().contains(CompanyRole.PAYER) && post.payer())
                .anyMatch(post -> world.companies().stream()
                        .filter(company -> company.number() == post.company() && !company.deleted())
                        .flatMap(company -> reached(company, rule.reach()))
                        .anyMatch(company -> rule.where().stream()
                                .allMatch(test -> checks.passes(test.check(), value(test.field(), company, post)))));
    }

    /** The company, and those above it as far as they are asked about. */
    private Stream<World.Company> reached(World.Company company, @Nullable CompanyReach reach) {
        if (reach != CompanyReach.WITH_BELOW) return Stream.of(company);
        return Stream.iterate(company, Objects::nonNull, this::parent).filter(one -> !one.deleted());
    }

    private World.@Nullable Company parent(World.Company company) {
        var parent = company.parent();
        return world.companies().stream()
                .filter(one -> parent != null && one.number() == parent)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String value(CompanyField field, World.Company company, World.Post post) {
        return switch (field) {
            case NAME -> company.name();
            case COUNTRY -> company.country();
            case SIZE -> company.size();
            case INDUSTRY -> company.industry();
            case POSITION -> post.position();
        };
    }

    /** Each once. */
    private Stream<World.Company> companies(Person person) {
        return world.companies().stream()
                .filter(company -> !company.deleted())
                .filter(company -> person.subjects().stream()
                        .flatMap(subject -> subject.posts().stream())
                        .anyMatch(post -> post.company() == company.number()));
    }

    private @Nullable Object value(String key, Person person) {
        if (TestValues.TYPES.containsKey(key)) return TestValues.of(key, person);
        return person.subjects().stream()
                .flatMap(subject -> subject.values().stream())
                .filter(value -> value.key().equals(key) && value.value() != null)
                .max(Comparator.comparing(World.OwnValue::givenAt).thenComparing(World.OwnValue::id))
                .map(World.OwnValue::value)
                .orElse(null);
    }

    private static boolean fits(ContactRule rule, World.Contact point) {
        boolean quality = switch (rule.quality()) {
            case ANY -> true;
            case USABLE -> !point.validity().equals("invalid");
            case VALID -> point.validity().equals("valid");
            case INVALID -> point.validity().equals("invalid");
        };
        var domain = point.normalised().substring(point.normalised().lastIndexOf('@') + 1);
        return quality
                && point.kind() == rule.contact()
                && (rule.domains().isEmpty() || rule.domains().stream().anyMatch(domain::equalsIgnoreCase))
                && (rule.callingCodes().isEmpty()
                        || rule.callingCodes().stream()
                                .anyMatch(code -> point.normalised().startsWith("+" + code)));
    }

    private boolean reachable(ReachableRule rule, Person person) {
        var channel = rule.channel().name().toLowerCase(Locale.ROOT);
        var address = person.best(rule.channel() == ReachChannel.EMAIL ? ContactKind.EMAIL : ContactKind.PHONE);
        if (address == null || world.stops().contains(new World.Stop(channel, address))) return false;
        var asked = new ConsentRule(channel, rule.purpose(), ConsentStanding.GRANTED);
        return standing(asked, person) == ConsentStanding.GRANTED;
    }

    private static ConsentStanding standing(ConsentRule rule, Person person) {
        var said = person.subjects().stream()
                .flatMap(subject -> subject.said().stream())
                .filter(word ->
                        word.channel().equals(rule.channel()) && word.purpose().equals(rule.purpose()))
                .toList();
        if (said.isEmpty()) return ConsentStanding.ABSENT;
        boolean withdrawn = said.stream()
                .filter(word -> !word.granted())
                .anyMatch(no -> said.stream()
                        .noneMatch(yes -> yes.granted()
                                && !yes.imported()
                                && yes.givenAt().isAfter(no.givenAt())));
        return withdrawn ? ConsentStanding.WITHDRAWN : ConsentStanding.GRANTED;
    }

    private boolean events(EventsRule rule, Person person) {
        var events = happened(rule.events(), person)
                .filter(event -> within(rule.window(), checks.day(event.at())))
                .toList();
        var days = events.stream().map(World.Event::at).sorted().toList();
        var property = rule.property();
        var numbers = events.stream()
                .map(event -> typed(event.properties().get(property), ValueType.NUMBER))
                .filter(Objects::nonNull)
                .mapToDouble(Double.class::cast)
                .summaryStatistics();
        boolean any = numbers.getCount() > 0;
        return switch (rule.measure()) {
            case COUNT -> checks.passes(rule.check(), (long) events.size());
            case DISTINCT -> checks.passes(rule.check(), different(events, Objects.requireNonNull(property)));
            case SUM -> checks.passes(rule.check(), numbers.getSum());
            case AVERAGE -> checks.passes(rule.check(), any ? numbers.getAverage() : null);
            case MINIMUM -> checks.passes(rule.check(), any ? numbers.getMin() : null);
            case MAXIMUM -> checks.passes(rule.check(), any ? numbers.getMax() : null);
            case FIRST_DAY -> checks.passes(rule.check(), days.isEmpty() ? null : days.getFirst());
            case LAST_DAY -> checks.passes(rule.check(), days.isEmpty() ? null : days.getLast());
        };
    }

    private static long different(List<World.Event> events, String property) {
        return events.stream()
                .map(event -> event.properties().get(property))
                .filter(value -> value != null && !(value instanceof List))
                .map(String::valueOf)
                .distinct()
                .count();
    }

    private Stream<World.Event> happened(EventFilter filter, Person person) {
        return person.subjects().stream()
                .flatMap(subject -> subject.events().stream())
                .filter(event ->
                        event.type().equals(filter.type()) && !event.at().isAfter(world.asOf()))
                .filter(event -> filter.where().stream()
                        .allMatch(test -> checks.passes(
                                test.check(), typed(event.properties().get(test.property()), test.type()))));
    }

    private static @Nullable Object typed(@Nullable Object value, ValueType type) {
        return switch (type) {
            case TEXT -> value instanceof String ? value : null;
            case BOOLEAN -> value instanceof Boolean ? value : null;
            case NUMBER -> value instanceof Number number ? number.doubleValue() : null;
            case DATE -> value instanceof String text && text.matches("\\d{4}-\\d{2}-\\d{2}") ? dayOrNull(text) : null;
            case WHOLE, COUNT, MONEY, CHOICE, LIST, INSTANT -> throw new IllegalArgumentException(type.name());
        };
    }

    private static @Nullable LocalDate dayOrNull(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private boolean sequence(SequenceRule rule, Person person) {
        return moments(rule.steps().getFirst(), person)
                .filter(at -> within(rule.window(), checks.day(at)))
                .anyMatch(at -> goesOn(rule, 1, at, person));
    }

    private boolean goesOn(SequenceRule rule, int place, Instant before, Person person) {
        if (place == rule.steps().size()) return true;
        var step = rule.steps().get(place);
        var within = step.withinMinutes();
        var latest = within == null ? world.asOf() : before.plus(Duration.ofMinutes(within));
        var next = moments(step, person).filter(at -> at.isAfter(before) && !at.isAfter(latest));
        if (rule.lastMissing() && place == rule.steps().size() - 1) {
            return !latest.isAfter(world.asOf()) && next.findAny().isEmpty();
        }
        return next.anyMatch(at -> goesOn(rule, place + 1, at, person));
    }

    private Stream<Instant> moments(SequenceStep step, Person person) {
        var events = step.events();
        if (events != null) return happened(events, person).map(World.Event::at);
        return person.subjects().stream()
                .flatMap(subject -> subject.orders().stream())
                .filter(order -> world.counting().contains(order.status()))
                .map(Order::placedAt)
                .filter(at -> !at.isAfter(world.asOf()));
    }

    private boolean orders(OrdersRule rule, Person person) {
        var orders = person.subjects().stream()
                .flatMap(subject -> subject.orders().stream())
                .filter(order -> statuses(rule).contains(order.status()))
                .filter(order -> !order.placedAt().isAfter(world.asOf()))
                .filter(order -> within(rule.window(), checks.day(order.placedAt())))
                .filter(order -> rule.paymentMethods().isEmpty()
                        || NaiveTexts.among(rule.paymentMethods(), order.paymentMethod()))
                .filter(order ->
                        rule.sources().isEmpty() || rule.sources().contains(order.source() == 1 ? "shop" : "site"))
                .filter(order -> rule.basket() == null || liesIn(order, rule.basket()))
                .toList();
        var whole = orders.stream().mapToLong(Order::revenue).sum();
        orders = orders.stream()
                .filter(order -> rule.products() == null
                        || bought(order, rule.products()).findAny().isPresent())
                .toList();
        var revenue = orders.stream()
                .mapToLong(order -> revenue(order, rule.products()))
                .sum();
        var days = orders.stream()
                .map(order -> checks.day(order.placedAt()))
                .sorted()
                .toList();
        var check = rule.check();
        return switch (rule.measure()) {
            case COUNT -> checks.passes(check, (long) orders.size());
            case REVENUE -> checks.passes(check, revenue);
            case AVERAGE -> checks.passes(check, orders.isEmpty() ? null : Math.floorDiv(revenue, orders.size()));
            case SHARE -> checks.passes(check, whole <= 0 ? null : revenue * 100.0 / whole);
            case FIRST_DAY -> checks.passes(check, days.isEmpty() ? null : days.getFirst());
            case LAST_DAY -> checks.passes(check, days.isEmpty() ? null : days.getLast());
            case DAYS_SINCE_FIRST ->
                checks.passes(check, days.isEmpty() ? null : ChronoUnit.DAYS.between(days.getFirst(), checks.today()));
            case DAYS_SINCE_LAST ->
                checks.passes(check, days.isEmpty() ? null : ChronoUnit.DAYS.between(days.getLast(), checks.today()));
        };
    }

    private Collection<String> statuses(OrdersRule rule) {
        return rule.statuses().isEmpty() ? world.counting() : rule.statuses();
    }

    private boolean within(Rule.OrderWindow window, LocalDate day) {
        if (window.days() != null) return ChronoUnit.DAYS.between(day, checks.today()) <= window.days();
        return (window.from() == null || !day.isBefore(window.from()))
                && (window.to() == null || !day.isAfter(window.to()));
    }

    private static Stream<World.Line> bought(Order order, Rule.ProductFilter filter) {
        return order.lines().stream().filter(line -> {
            var product = line.product();
            return product != null
                    && (filter.categories().isEmpty() || NaiveTexts.isIn(filter.categories(), product.category()))
                    && (filter.brands().isEmpty() || NaiveTexts.among(filter.brands(), product.brand()))
                    && (filter.products().isEmpty() || filter.products().contains(product.id()));
        });
    }

    private static boolean liesIn(Order order, Rule.Basket basket) {
        return basket.with().stream()
                        .allMatch(each -> bought(order, each).findAny().isPresent())
                && basket.without().stream()
                        .noneMatch(each -> bought(order, each).findAny().isPresent());
    }

    private static long revenue(Order order, Rule.@Nullable ProductFilter filter) {
        if (filter == null) return order.revenue();
        long goods = order.total() - order.shipping();
        if (goods == 0) return 0;
        var amount = bought(order, filter).mapToLong(World.Line::amount).sum();
        return BigInteger.valueOf(amount)
                .multiply(BigInteger.valueOf(order.revenue()))
                .divide(BigInteger.valueOf(goods))
                .longValueExact();
    }
}
