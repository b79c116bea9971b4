package regulars.segments;

import static org.jooq.impl.DSL.avg;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.AggregateFilterStep;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** One pass over the events of a type for all conditions about them: a row a customer, a column for each figure. */
final class EventTotals implements Source {
    private final String alias;
    private final RuleContext context;
    private final EventConditions conditions;
    private final Map<Figure, String> columns = new LinkedHashMap<>();

    EventTotals(String alias, RuleContext context, String type) {
        this.alias = alias;
        this.context = context;
        this.conditions = new EventConditions(context, type);
    }

    Field<Long> whole(EventSlice slice, EventMeasure measure, String property) {
        return column(slice, measure, property, SQLDataType.BIGINT);
    }

    Field<Double> number(EventSlice slice, EventMeasure measure, String property) {
        return column(slice, measure, property, SQLDataType.DOUBLE);
    }

    Field<Instant> moment(EventSlice slice, EventMeasure measure) {
        return column(slice, measure, "", SQLDataType.INSTANT);
    }

    /** Events that time takes into the figure or out of it, or that a new day sees otherwise. */
    List<Crossing> passing(Rule.EventsRule rule, RuleContext then) {
        var tests = rule.events().where();
        var from = EventSlice.of(rule.window(), tests, context).from();
        return conditions.passing(
                then,
                tests,
                Edges.passed(
                        conditions.at(),
                        EventSlice.of(rule.window(), tests, then).from(),
                        from),
                ofDay(rule) ? Edges.turned(then, context, day -> day(rule, day)) : falseCondition());
    }

    private static boolean ofDay(Rule.EventsRule rule) {
        return switch (rule.measure()) {
            case FIRST_DAY, LAST_DAY -> rule.check().operator().relative();
            case COUNT, DISTINCT, SUM, AVERAGE, MINIMUM, MAXIMUM -> false;
        };
    }

    private Condition day(Rule.EventsRule rule, RuleContext day) {
        return ValueConditions.ofEvents(day).instant(conditions.at(), rule.check());
    }

    @Override
    public Table<?> table(Scope scope) {
        var slices = columns.keySet().stream().map(Figure::slice).distinct().toList();
        var customer = conditions.customer();
        List<SelectField<?>> selected = new ArrayList<>(List.of(customer.as(CUSTOMER)));
        columns.forEach((figure, column) ->
                selected.add(aggregate(figure, slices.size() > 1).as(column)));
        return select(selected)
                .from(conditions.from())
                .where(conditions.are(scope, context.asOf()))
                .and(any(slices))
                .groupBy(customer)
                .asTable(alias);
    }

    private Field<?> aggregate(Figure figure, boolean filtered) {
        var number = conditions.number(figure.property());
        AggregateFilterStep<?> aggregate = switch (figure.measure()) {
            case COUNT -> count();
            case DISTINCT -> countDistinct(conditions.scalar(figure.property()));
            case SUM -> sum(number);
            case AVERAGE -> avg(number);
            case MINIMUM -> min(number);
            case MAXIMUM -> max(number);
            case FIRST_DAY -> min(conditions.at());
            case LAST_DAY -> max(conditions.at());
        };
        return filtered ? aggregate.filterWhere(conditions.in(figure.slice())) : (Field<?>) aggregate;
    }

    /** One slice filters the pass itself; of several, what is before the earliest is left out. */
    private Condition any(List<EventSlice> slices) {
        if (slices.size() == 1) return conditions.in(slices.getFirst());
        return or(slices.stream().map(conditions::in).toList()).and(after(slices));
    }

    private Condition after(List<EventSlice> slices) {
        if (slices.stream().anyMatch(slice -> slice.from() == null)) return noCondition();
        var earliest =
                slices.stream().map(EventSlice::from).filter(Objects::nonNull).min(Instant::compareTo);
        return earliest.map(conditions.at()::ge).orElse(noCondition());
    }

    private <T> Field<T> column(EventSlice slice, EventMeasure measure, String property, DataType<T> as) {
        var column = columns.computeIfAbsent(new Figure(slice, measure, property), figure -> "figure" + columns.size());
        return field(name(alias, column)).coerce(as);
    }

    private record Figure(EventSlice slice, EventMeasure measure, String property) {}
}
