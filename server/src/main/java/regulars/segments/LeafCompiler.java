package regulars.segments;

import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;
import static schema.commerce.Tables.ORDERS;
import static schema.customers.Tables.ATTRIBUTE_CURRENT;
import static schema.customers.Tables.CUSTOMER;
import static schema.segments.Tables.LIST_PLACE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import regulars.segments.Crossing.Facts;
import regulars.segments.Rule.AttributeRule;
import regulars.segments.Rule.CompanyRule;
import regulars.segments.Rule.ConsentRule;
import regulars.segments.Rule.ContactRule;
import regulars.segments.Rule.EventsRule;
import regulars.segments.Rule.FieldRule;
import regulars.segments.Rule.ListRule;
import regulars.segments.Rule.ObjectsRule;
import regulars.segments.Rule.OrdersRule;
import regulars.segments.Rule.ReachableRule;
import regulars.segments.Rule.SequenceRule;
import regulars.warehouse.Warehouse;

/** SQL of each kind of condition about one customer. */
final class LeafCompiler {
    private static final Facts PEOPLE = new Facts(CUSTOMER, CUSTOMER.NUMBER, CUSTOMER.STATE.eq("active"));

    private final RuleContext context;
    private final Sources sources;
    private final LocalDays days;
    private final ValueConditions values;

    LeafCompiler(RuleContext context, Sources sources) {
        this.context = context;
        this.sources = sources;
        this.days = sources.localDays();
        this.values = new ValueConditions(context, days);
    }

    ConditionSql field(FieldRule rule) {
        return switch (rule.field()) {
            case LANGUAGE -> text(CUSTOMER.LANGUAGE, rule.check());
            case COUNTRY -> text(CUSTOMER.COUNTRY, rule.check());
            case REGION -> text(CUSTOMER.REGION, rule.check());
            case CITY -> text(CUSTOMER.CITY, rule.check());
            case DISTRICT -> text(CUSTOMER.DISTRICT, rule.check());
            case SEX -> text(CUSTOMER.SEX, rule.check());
            case ZONE -> text(CUSTOMER.ZONE, rule.check());
            case OWNER -> text(CUSTOMER.OWNER_ID.cast(SQLDataType.VARCHAR), rule.check());
            case FIRST_SOURCE -> source(CUSTOMER.FIRST_SOURCE_ID, rule.check());
            case LAST_SOURCE -> source(CUSTOMER.LAST_SOURCE_ID, rule.check());
            case BIRTH_DATE -> date(CUSTOMER.BIRTH_DATE, rule.check(), PEOPLE);
            case AGE ->
                new ConditionSql(
                        days.perDay(today -> age(rule.check(), today)),
                        CUSTOMER.BIRTH_DATE,
                        daily(PEOPLE, today -> age(rule.check(), today)));
            case CREATED -> instant(CUSTOMER.CREATED_AT, rule.check(), PEOPLE);
        };
    }

    ConditionSql attribute(AttributeRule rule) {
        var source = sources.attribute(rule.key());
        return switch (source.type()) {
            case TEXT, CHOICE -> text(source.value(ATTRIBUTE_CURRENT.TEXT_VALUE), rule.check());
            case LIST -> {
                var lines = source.value(ATTRIBUTE_CURRENT.TEXT_VALUE);
                yield ConditionSql.timeless(ValueConditions.list(lines, rule.check()), lines);
            }
            case NUMBER, WHOLE, COUNT, MONEY -> {
                var number = source.value(ATTRIBUTE_CURRENT.NUMBER_VALUE.coerce(SQLDataType.DOUBLE));
                yield number(number, rule.check());
            }
            case BOOLEAN -> {
                var flag = source.value(ATTRIBUTE_CURRENT.BOOLEAN_VALUE);
                yield ConditionSql.timeless(ValueConditions.flag(flag, rule.check()), flag);
            }
            case DATE -> date(source.value(ATTRIBUTE_CURRENT.DATE_VALUE), rule.check(), source.facts());
            case INSTANT -> instant(source.value(ATTRIBUTE_CURRENT.INSTANT_VALUE), rule.check(), source.facts());
        };
    }

    ConditionSql contact(ContactRule rule) {
        return ContactPoints.condition(rule);
    }

    ConditionSql company(CompanyRule rule) {
        var posts = sources.companies();
        return ConditionSql.timeless(posts.meets(rule).isTrue(), posts.names());
    }

    ConditionSql objects(ObjectsRule rule) {
        var objects = sources.objects(rule);
        var count = coalesce(objects.count(), inline(0L));
        return new OrderConditions(context, values, rule.check()).whole(count).moving(objects.edges());
    }

    ConditionSql consent(ConsentRule rule) {
        var granted = sources.consent(rule.channel(), rule.purpose()).granted();
        Condition holds = switch (rule.standing()) {
            case GRANTED -> granted.isTrue();
            case WITHDRAWN -> granted.isFalse();
            case ABSENT -> granted.isNull();
        };
        return ConditionSql.timeless(
                holds,
                when(granted.isTrue(), inline(ConsentStanding.GRANTED.name()))
                        .when(granted.isFalse(), inline(ConsentStanding.WITHDRAWN.name()))
                        .otherwise(inline(ConsentStanding.ABSENT.name())));
    }

    ConditionSql reachable(ReachableRule rule) {
        var channel = rule.channel();
        var granted = sources.consent(channel.code(), rule.purpose()).granted();
        return Reachability.condition(channel, granted);
    }

    ConditionSql list(ListRule rule) {
        var customer = Warehouse.customer(LIST_PLACE);
        var listed = LIST_PLACE.LIST_ID.eq(rule.list()).and(customer.isNotNull());
        return ConditionSql.timeless(
                CUSTOMER.NUMBER.in(select(customer).from(LIST_PLACE).where(listed)),
                DSL.field(select(max(LIST_PLACE.ADDED_AT))
                        .from(LIST_PLACE)
                        .where(listed)
                        .and(customer.eq(CUSTOMER.NUMBER))));
    }

    ConditionSql orders(OrdersRule rule) {
        var totals = sources.orders(rule.products(), rule.basket());
        return figure(rule, totals).moving(then -> totals.passing(rule, then, ofOrder(rule)));
    }

    /** What a day says of an order that is the first or the last one; nothing for other figures. */
    private @Nullable Function<RuleContext, Condition> ofOrder(OrdersRule rule) {
        return switch (rule.measure()) {
            case COUNT, REVENUE, AVERAGE, SHARE -> null;
            case FIRST_DAY, LAST_DAY ->
                rule.check().operator().relative()
                        ? day -> ValueConditions.ofEvents(day).instant(ORDERS.PLACED_AT, rule.check())
                        : null;
            case DAYS_SINCE_FIRST, DAYS_SINCE_LAST ->
                day -> new OrderConditions(day, ValueConditions.ofEvents(day), rule.check())
                        .daysAgo(ORDERS.PLACED_AT)
                        .holds();
        };
    }

    private ConditionSql figure(OrdersRule rule, OrderTotals totals) {
        var slice = OrderSlice.of(rule, context);
        var figures = new OrderConditions(context, values, rule.check());
        return switch (rule.measure()) {
            case COUNT ->
                figures.whole(coalesce(totals.orders(slice), inline(0)).cast(Long.class));
            case REVENUE -> figures.whole(coalesce(totals.revenue(slice), inline(0L)));
            case AVERAGE -> figures.average(totals.revenue(slice), totals.orders(slice));
            case SHARE -> {
                var whole = sources.orders(null, rule.basket());
                yield share(totals.revenue(slice), whole.revenue(slice), rule.check());
            }
            case FIRST_DAY -> figures.day(totals.first(slice));
            case LAST_DAY -> figures.day(totals.last(slice));
            case DAYS_SINCE_FIRST -> figures.daysAgo(totals.first(slice));
            case DAYS_SINCE_LAST -> figures.daysAgo(totals.last(slice));
        };
    }

    private static ConditionSql share(Field<Long> part, Field<Long> whole, ValueCheck check) {
        var percent = coalesce(part, inline(0L))
                .cast(SQLDataType.DOUBLE)
                .times(inline(100.0))
                .divide(whole.cast(SQLDataType.DOUBLE));
        return number(when(whole.gt(0L), percent), check);
    }

    ConditionSql events(EventsRule rule) {
        var totals = sources.events(rule.events().type());
        return figure(rule, totals).moving(then -> totals.passing(rule, then));
    }

    private ConditionSql figure(EventsRule rule, EventTotals totals) {
        var slice = EventSlice.of(rule.window(), rule.events().where(), context);
        var measure = rule.measure();
        var property = Objects.requireNonNullElse(rule.property(), "");
        return switch (measure) {
            case COUNT, DISTINCT ->
                new OrderConditions(context, values, rule.check())
                        .whole(coalesce(totals.whole(slice, measure, property), inline(0L)));
            case SUM -> number(coalesce(totals.number(slice, measure, property), inline(0.0)), rule.check());
            case AVERAGE, MINIMUM, MAXIMUM -> number(totals.number(slice, measure, property), rule.check());
            case FIRST_DAY, LAST_DAY -> {
                var moment = totals.moment(slice, measure);
                yield ConditionSql.timeless(values.instant(moment, rule.check()), moment);
            }
        };
    }

    ConditionSql sequence(SequenceRule rule) {
        var sequence = sources.sequence(rule);
        return new ConditionSql(sequence.ended().isNotNull(), sequence.ended(), sequence.edges());
    }

    private static ConditionSql number(Field<Double> number, ValueCheck check) {
        return ConditionSql.timeless(ValueConditions.number(number, check), number);
    }

    private static ConditionSql text(Field<String> text, ValueCheck check) {
        return ConditionSql.timeless(ValueConditions.text(text, check), text);
    }

    /** Rules name a source by its code, people by its number. */
    private ConditionSql source(Field<Integer> source, ValueCheck check) {
        var numbers = new TreeMap<>(context.catalogue().sources());
        var named = source.in(check.values().stream()
                .map(code -> Objects.requireNonNull(numbers.get(code), code))
                .toList());
        Map<Field<Integer>, Field<String>> codes = new LinkedHashMap<>();
        numbers.forEach((code, number) -> codes.put(inline(number), inline(code)));
        Condition holds = switch (check.operator()) {
            case IS, IN -> named;
            case IS_NOT -> ValueConditions.complement(named);
            case KNOWN -> source.isNotNull();
            case UNKNOWN -> source.isNull();
            default -> throw ValueConditions.unfit(check);
        };
        return ConditionSql.timeless(holds, case_(source).mapFields(codes));
    }

    private ConditionSql date(Field<LocalDate> date, ValueCheck check, Facts facts) {
        var edges = check.operator().relative()
                ? daily(facts, today -> ValueConditions.onDay(date, check, today))
                : Edges.NONE;
        return new ConditionSql(values.date(date, check), date, edges);
    }

    /** Midnight comes to each in their own zone. */
    private Edges daily(Facts facts, Function<LocalDate, Condition> condition) {
        return then -> Edges.any(facts, noCondition(), LocalDays.turned(then, context, condition));
    }

    private ConditionSql instant(Field<Instant> instant, ValueCheck check, Facts facts) {
        Edges edges = then -> Edges.any(
                facts,
                noCondition(),
                Edges.turned(then, context, day -> ValueConditions.ofEvents(day).instant(instant, check)));
        return new ConditionSql(
                values.instant(instant, check), instant, check.operator().relative() ? edges : Edges.NONE);
    }

    /** Somebody born after the moment has no age yet. */
    private static Condition age(ValueCheck check, LocalDate today) {
        var born = CUSTOMER.BIRTH_DATE;
        var known = born.le(today);
        return switch (check.operator()) {
            case KNOWN -> known;
            case UNKNOWN -> ValueConditions.complement(known);
            case IS_NOT -> ValueConditions.complement(known.and(ValueConditions.within(born, bornFor(check, today))));
            case IS, AT_LEAST, AT_MOST, BETWEEN -> known.and(ValueConditions.within(born, bornFor(check, today)));
            default -> throw ValueConditions.unfit(check);
        };
    }

    private static DayRange bornFor(ValueCheck check, LocalDate today) {
        int least = Integer.parseInt(check.values().getFirst());
        int most = Integer.parseInt(check.values().getLast());
        var latest = today.minusYears(least);
        var earliest = today.minusYears(most + 1L).plusDays(1);
        return switch (check.operator()) {
            case AT_LEAST -> new DayRange(null, latest);
            case AT_MOST -> new DayRange(earliest, null);
            case IS, IS_NOT, BETWEEN -> new DayRange(earliest, latest);
            default -> throw ValueConditions.unfit(check);
        };
    }
}
