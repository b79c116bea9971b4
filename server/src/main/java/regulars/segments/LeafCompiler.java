package regulars.segments;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.when;
import static schema.customers.Tables.ATTRIBUTE_CURRENT;
import static schema.customers.Tables.CUSTOMER;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import regulars.segments.Rule.AttributeRule;
import regulars.segments.Rule.ConsentRule;
import regulars.segments.Rule.ContactRule;
import regulars.segments.Rule.EventsRule;
import regulars.segments.Rule.FieldRule;
import regulars.segments.Rule.ObjectsRule;
import regulars.segments.Rule.OrdersRule;
import regulars.segments.Rule.SequenceRule;

/** SQL of each kind of condition about one customer. */
final class LeafCompiler {
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
            case SEX -> text(CUSTOMER.SEX, rule.check());
            case ZONE -> text(CUSTOMER.ZONE, rule.check());
            case OWNER -> text(CUSTOMER.OWNER_ID.cast(SQLDataType.VARCHAR), rule.check());
            case BIRTH_DATE -> new ConditionSql(values.date(CUSTOMER.BIRTH_DATE, rule.check()), CUSTOMER.BIRTH_DATE);
            case AGE -> new ConditionSql(days.perDay(today -> age(rule.check(), today)), CUSTOMER.BIRTH_DATE);
            case CREATED -> new ConditionSql(values.instant(CUSTOMER.CREATED_AT, rule.check()), CUSTOMER.CREATED_AT);
        };
    }

    ConditionSql attribute(AttributeRule rule) {
        var type = Objects.requireNonNull(context.catalogue().attributes().get(rule.key()), rule.key())
                .type();
        var source = sources.attribute(rule.key());
        return switch (type) {
            case TEXT, CHOICE -> text(source.value(ATTRIBUTE_CURRENT.TEXT_VALUE), rule.check());
            case LIST -> {
                var lines = source.value(ATTRIBUTE_CURRENT.TEXT_VALUE);
                yield new ConditionSql(ValueConditions.list(lines, rule.check()), lines);
            }
            case NUMBER, WHOLE, COUNT, MONEY -> {
                var number = source.value(ATTRIBUTE_CURRENT.NUMBER_VALUE.coerce(SQLDataType.DOUBLE));
                yield number(number, rule.check());
            }
            case BOOLEAN -> {
                var flag = source.value(ATTRIBUTE_CURRENT.BOOLEAN_VALUE);
                yield new ConditionSql(ValueConditions.flag(flag, rule.check()), flag);
            }
            case DATE -> {
                var date = source.value(ATTRIBUTE_CURRENT.DATE_VALUE);
                yield new ConditionSql(values.date(date, rule.check()), date);
            }
            case INSTANT -> {
                Field<Instant> instant = source.value(ATTRIBUTE_CURRENT.INSTANT_VALUE);
                yield new ConditionSql(values.instant(instant, rule.check()), instant);
            }
        };
    }

    ConditionSql contact(ContactRule rule) {
        return ContactPoints.condition(rule);
    }

    ConditionSql objects(ObjectsRule rule) {
        var count = coalesce(sources.objects(rule, values).count(), inline(0L));
        return new OrderConditions(context, values, rule.check()).whole(count);
    }

    ConditionSql consent(ConsentRule rule) {
        var granted = sources.consent(rule.channel(), rule.purpose()).granted();
        Condition holds = switch (rule.standing()) {
            case GRANTED -> granted.isTrue();
            case WITHDRAWN -> granted.isFalse();
            case ABSENT -> granted.isNull();
        };
        return new ConditionSql(
                holds,
                when(granted.isTrue(), inline(ConsentStanding.GRANTED.name()))
                        .when(granted.isFalse(), inline(ConsentStanding.WITHDRAWN.name()))
                        .otherwise(inline(ConsentStanding.ABSENT.name())));
    }

    ConditionSql orders(OrdersRule rule) {
        var totals = sources.orders(rule.products());
        var slice = OrderSlice.of(rule, context);
        var figures = new OrderConditions(context, values, rule.check());
        return switch (rule.measure()) {
            case COUNT ->
                figures.whole(coalesce(totals.orders(slice), inline(0)).cast(Long.class));
            case REVENUE -> figures.whole(coalesce(totals.revenue(slice), inline(0L)));
            case AVERAGE -> figures.average(totals.revenue(slice), totals.orders(slice));
            case SHARE -> share(totals.revenue(slice), sources.orders(null).revenue(slice), rule.check());
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
                yield new ConditionSql(values.instant(moment, rule.check()), moment);
            }
        };
    }

    ConditionSql sequence(SequenceRule rule) {
        var ended = sources.sequence(rule).ended();
        return new ConditionSql(ended.isNotNull(), ended);
    }

    private static ConditionSql number(Field<Double> number, ValueCheck check) {
        return new ConditionSql(ValueConditions.number(number, check), number);
    }

    private static ConditionSql text(Field<String> text, ValueCheck check) {
        return new ConditionSql(ValueConditions.text(text, check), text);
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
