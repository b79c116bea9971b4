package regulars.segments;

import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;
import static schema.collect.Tables.EVENT;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import regulars.warehouse.Warehouse;

/**
 * Which events are meant, and their properties by type. A property is looked up by its name as a parameter; one of
 * another JSON type than is asked for is unknown, so that no text ever becomes a number unnoticed.
 */
final class EventConditions {
    private static final String ISO_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}";

    private final RuleContext context;
    private final ValueConditions values;
    private final EventKind kind;

    EventConditions(RuleContext context, String type) {
        this.context = context;
        this.values = ValueConditions.ofEvents(context);
        this.kind = context.catalogue().kinds().events().getOrDefault(type, sent(type));
    }

    /** Events as they were sent to the base, with properties as JSON. */
    private static EventKind sent(String type) {
        return new EventKind(type, EVENT, Warehouse.customer(EVENT), EVENT.OCCURRED_AT, EVENT.TYPE.eq(type), List.of());
    }

    Table<?> from() {
        return kind.from();
    }

    Field<Integer> customer() {
        return kind.customer();
    }

    Field<Instant> at() {
        return kind.at();
    }

    Crossing.Facts facts() {
        return new Crossing.Facts(from(), customer(), customer().isNotNull());
    }

    /**
     * Events with such properties that time takes into a figure or out of it.
     *
     * @param more edges that only the caller knows
     */
    List<Crossing> passing(RuleContext then, List<Rule.PropertyTest> tests, Condition... more) {
        Function<RuleContext, Condition> pass = day -> new EventConditions(day, kind.type()).pass(tests);
        boolean daily = tests.stream().anyMatch(test -> test.check().operator().relative());
        var passed = Stream.concat(
                Stream.of(
                        Edges.happened(at(), then, context),
                        daily ? Edges.turned(then, context, pass) : falseCondition()),
                Stream.of(more));
        var either = daily ? pass(tests).or(pass.apply(then)) : pass(tests);
        return Edges.any(facts(), kind.admitted().and(either), passed.toArray(Condition[]::new));
    }

    /** Those of the kind that were until the moment and whose customer is known. */
    Condition are(Scope scope, Instant until) {
        return kind.admitted()
                .and(customer().isNotNull())
                .and(scope.admits(customer()))
                .and(at().le(until));
    }

    Condition in(EventSlice slice) {
        var from = slice.from();
        var before = slice.before();
        return (from == null ? noCondition() : at().ge(from))
                .and(before == null ? noCondition() : at().lt(before))
                .and(pass(slice.where()));
    }

    Condition pass(List<Rule.PropertyTest> tests) {
        return DSL.and(tests.stream().map(this::passes).toList());
    }

    private Condition passes(Rule.PropertyTest test) {
        var property = test.property();
        return switch (test.type()) {
            case TEXT -> ValueConditions.text(text(property), test.check());
            case NUMBER -> ValueConditions.number(number(property), test.check());
            case BOOLEAN -> ValueConditions.flag(flag(property), test.check());
            case DATE -> values.date(day(property), test.check());
            case WHOLE, COUNT, MONEY, CHOICE, LIST, INSTANT -> throw ValueConditions.unfit(test.check());
        };
    }

    /** A text, a number, yes or no, as it is written; lists and objects have none. */
    Field<String> scalar(String property) {
        return when(type(property).notIn("OBJECT", "ARRAY"), written(property));
    }

    /** A value as JSON writes it is a number or cannot be read as one, for a text keeps its quotes: one look, not two. */
    Field<Double> number(String property) {
        if (!isSent()) return castNull(SQLDataType.DOUBLE);
        return field(
                "try_cast(cast(json_extract({0}, {1}) as varchar) as double)",
                SQLDataType.DOUBLE, EVENT.PROPERTIES, val(pointer(property)));
    }

    private Field<String> text(String property) {
        return when(type(property).eq("VARCHAR"), written(property));
    }

    private Field<Boolean> flag(String property) {
        return when(type(property).eq("BOOLEAN"), written(property).cast(SQLDataType.BOOLEAN));
    }

    private Field<LocalDate> day(String property) {
        var text = text(property);
        var written = field("regexp_full_match({0}, {1})", SQLDataType.BOOLEAN, text, inline(ISO_DAY));
        return when(DSL.condition(written), field("try_cast({0} as date)", SQLDataType.LOCALDATE, text));
    }

    private Field<String> type(String property) {
        if (!isSent()) return when(written(property).isNotNull(), inline("VARCHAR"));
        return field("json_type({0}, {1})", SQLDataType.CLOB, EVENT.PROPERTIES, val(pointer(property)));
    }

    private Field<String> written(String property) {
        if (isSent()) {
            return field("json_extract_string({0}, {1})", SQLDataType.CLOB, EVENT.PROPERTIES, val(pointer(property)));
        }
        return kind.properties().stream()
                .filter(known -> known.name().equals(property))
                .map(EventKind.EventProperty::value)
                .findFirst()
                .orElse(castNull(SQLDataType.CLOB));
    }

    private boolean isSent() {
        return kind.from().equals(EVENT);
    }

    /** As RFC 6901 writes a name. */
    private static String pointer(String property) {
        return "/" + property.replace("~", "~0").replace("/", "~1");
    }
}
