package regulars.segments;

import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;
import static schema.commerce.Tables.ORDERS;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import regulars.segments.Rule.SequenceStep;
import regulars.warehouse.Warehouse;

/**
 * Who did one thing after another. Step by step the moments are kept at which the chain had come so far: a thing that
 * happened continues the chain when the nearest link before it is near enough. Each step is one sort, so that somebody
 * with thousands of visits costs no more than others together.
 */
final class Sequences implements Source {
    private static final Field<Integer> WHOSE = field(name(CUSTOMER), SQLDataType.INTEGER);
    private static final Field<Instant> AT = field(name("at"), SQLDataType.INSTANT);
    private static final Field<Integer> LINK = field(name("link"), SQLDataType.INTEGER);
    private static final Field<Instant> NEAREST = field(name("nearest"), SQLDataType.INSTANT);

    private final String alias;
    private final RuleContext context;
    private final Rule.SequenceRule rule;

    Sequences(String alias, RuleContext context, Rule.SequenceRule rule) {
        this.alias = alias;
        this.context = context;
        this.rule = rule;
    }

    /** When it last came to its end; null for those with whom it did not. */
    Field<Instant> ended() {
        return field(name(alias, "at"), SQLDataType.INSTANT);
    }

    /** Each step becomes one of the past, the first leaves its window, and the time of the last one runs out. */
    Edges edges() {
        return then -> {
            List<Crossing> crossings = new ArrayList<>();
            for (int i = 0; i < rule.steps().size(); i++) crossings.addAll(passing(i, then));
            return crossings;
        };
    }

    private List<Crossing> passing(int place, RuleContext then) {
        var step = rule.steps().get(place);
        var events = step.events();
        var at = at(step);
        var leaving = place > 0
                ? falseCondition()
                : Edges.passed(
                        at,
                        EventSlice.of(rule.window(), List.of(), then).from(),
                        EventSlice.of(rule.window(), List.of(), context).from());
        var late = runsOut(at, place, then);
        if (events != null) {
            return new EventConditions(context, events.type()).passing(then, events.where(), leaving, late);
        }
        var customer = Warehouse.customer(ORDERS);
        return Edges.any(
                new Crossing.Facts(ORDERS, customer, customer.isNotNull()),
                ORDERS.STATUS.in(context.catalogue().countingStatuses()),
                Edges.happened(at, then, context),
                leaving,
                late);
    }

    /** So long after the step before it, a missing one is missing for good. */
    private Condition runsOut(Field<Instant> at, int place, RuleContext then) {
        var next = place == rule.steps().size() - 2 ? rule.steps().getLast().withinMinutes() : null;
        if (next == null || !rule.lastMissing()) return falseCondition();
        var time = Duration.ofMinutes(next);
        return at.gt(then.asOf().minus(time)).and(at.le(context.asOf().minus(time)));
    }

    @Override
    public Table<?> table(Scope scope) {
        var chain = began(scope);
        for (int i = 1; i < rule.steps().size(); i++) {
            var step = rule.steps().get(i);
            boolean missing = rule.lastMissing() && i == rule.steps().size() - 1;
            chain = missing ? missing(chain, step, scope, i) : followed(chain, step, scope, i);
        }
        return select(WHOSE.as(CUSTOMER), max(AT).as("at"))
                .from(chain.asTable("chain"))
                .groupBy(WHOSE)
                .asTable(alias);
    }

    private Select<Record2<Integer, Instant>> began(Scope scope) {
        var before = EventSlice.of(rule.window(), List.of(), context).before();
        var first = rule.steps().getFirst();
        return happened(first, scope)
                .and(before == null ? noCondition() : at(first).lt(before));
    }

    /** Of equal moments what happened comes first: a link is never its own continuation. */
    private Select<Record2<Integer, Instant>> followed(
            Select<Record2<Integer, Instant>> chain, SequenceStep step, Scope scope, int place) {
        var both = both(chain, happened(step, scope), "both" + place);
        var nearest = max(when(LINK.eq(1), AT)).over().partitionBy(WHOSE).orderBy(AT, LINK);
        var within = step.withinMinutes();
        return select(WHOSE, AT)
                .from(select(WHOSE, AT, LINK, nearest.rowsUnboundedPreceding().as(NEAREST))
                        .from(both)
                        .asTable("step" + place))
                .where(LINK.eq(0), NEAREST.isNotNull())
                .and(within == null ? noCondition() : AT.le(later(NEAREST, within)));
    }

    /** Whether it still comes is open until its time is over. */
    private Select<Record2<Integer, Instant>> missing(
            Select<Record2<Integer, Instant>> chain, SequenceStep step, Scope scope, int place) {
        var both = both(chain, happened(step, scope), "both" + place);
        var nearest = min(when(LINK.eq(0), AT)).over().partitionBy(WHOSE).orderBy(AT.desc(), LINK.desc());
        return select(WHOSE, AT)
                .from(select(WHOSE, AT, LINK, nearest.rowsUnboundedPreceding().as(NEAREST))
                        .from(both)
                        .asTable("step" + place))
                .where(LINK.eq(1), stayedAway(step.withinMinutes()));
    }

    private Condition stayedAway(@Nullable Integer within) {
        if (within == null) return NEAREST.isNull();
        return NEAREST.isNull()
                .or(NEAREST.gt(later(AT, within)))
                .and(later(AT, within).le(context.asOf()));
    }

    private Field<Instant> at(SequenceStep step) {
        var events = step.events();
        return events == null ? ORDERS.PLACED_AT : new EventConditions(context, events.type()).at();
    }

    /** Nothing before the window: what continues a chain comes after its beginning. */
    private SelectConditionStep<Record2<Integer, Instant>> happened(SequenceStep step, Scope scope) {
        var from = EventSlice.of(rule.window(), List.of(), context).from();
        return ever(step, scope).and(from == null ? noCondition() : at(step).ge(from));
    }

    private SelectConditionStep<Record2<Integer, Instant>> ever(SequenceStep step, Scope scope) {
        var events = step.events();
        if (events != null) {
            var conditions = new EventConditions(context, events.type());
            return select(conditions.customer().as(CUSTOMER), conditions.at().as("at"))
                    .from(conditions.from())
                    .where(conditions.are(scope, context.asOf()), conditions.pass(events.where()));
        }
        var customer = Warehouse.customer(ORDERS);
        return select(customer.as(CUSTOMER), ORDERS.PLACED_AT.as("at"))
                .from(ORDERS)
                .where(customer.isNotNull(), scope.admits(customer), ORDERS.PLACED_AT.le(context.asOf()))
                .and(ORDERS.STATUS.in(context.catalogue().countingStatuses()));
    }

    private static Table<?> both(
            Select<Record2<Integer, Instant>> links, Select<Record2<Integer, Instant>> happened, String name) {
        return select(WHOSE, AT, inline(1).as("link"))
                .from(links.asTable(name + "a"))
                .unionAll(select(WHOSE, AT, inline(0).as("link")).from(happened.asTable(name + "b")))
                .asTable(name);
    }

    private static Field<Instant> later(Field<Instant> at, int minutes) {
        return field("{0} + to_minutes({1})", SQLDataType.INSTANT, at, val((long) minutes));
    }
}
