package regulars.segments;

import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static schema.customers.Tables.COMPANY;
import static schema.customers.Tables.COMPANY_PERSON;
import static schema.customers.Tables.CUSTOM_OBJECT;
import static schema.customers.Tables.OBJECT_LINK;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import regulars.customers.FieldSight;
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
import regulars.segments.Rule.OrderWindow;
import regulars.segments.Rule.OrdersRule;
import regulars.segments.Rule.ReachableRule;
import regulars.segments.Rule.SegmentRule;
import regulars.segments.Rule.SequenceRule;
import regulars.segments.RuleFacts.RuleFact;

/** Finds what conditions about one customer count, by the same words as the compiler. */
final class FactStore {
    private static final int MOST = 5;

    private final DSLContext mirror;
    private final RuleContext context;
    private final int customer;
    private final OrderFactStore orders;
    private final FieldSight sight;

    FactStore(DSLContext mirror, RuleContext context, int customer, String currency, FieldSight sight) {
        this.sight = sight;
        this.mirror = mirror;
        this.context = context;
        this.customer = customer;
        this.orders = new OrderFactStore(mirror, context, customer, currency);
    }

    /** Of the conditions that count something; another segment's own conditions are not told. */
    List<RuleFacts> of(Program program) {
        List<RuleFacts> told = new ArrayList<>();
        for (var leaf : program.leaves()) {
            if (leaf.path().contains("@")) continue;
            var facts = facts(leaf.rule());
            if (facts == null) continue;
            told.add(new RuleFacts(leaf.path(), facts.stream().limit(MOST).toList(), facts.size() > MOST));
        }
        return told;
    }

    private @Nullable List<RuleFact> facts(Rule rule) {
        return switch (rule) {
            case OrdersRule asked -> orders.of(asked, MOST + 1);
            case EventsRule events -> events(events.events(), events.window());
            case SequenceRule sequence -> sequence(sequence);
            case ObjectsRule objects -> objects(objects);
            case CompanyRule company -> companies(company);
            case AllRule _,
                    AnyRule _,
                    NotRule _,
                    FieldRule _,
                    AttributeRule _,
                    ContactRule _,
                    ConsentRule _,
                    ReachableRule _,
                    ListRule _,
                    SegmentRule _,
                    CellRule _ -> null;
        };
    }

    /** What could be a step, the latest first. */
    private List<RuleFact> sequence(SequenceRule rule) {
        List<RuleFact> steps = new ArrayList<>();
        for (var step : rule.steps()) {
            var events = step.events();
            steps.addAll(events == null ? orders.counting(MOST + 1) : events(events, OrderWindow.EVER));
        }
        return steps.stream()
                .sorted(Comparator.comparing(RuleFact::at).reversed())
                .distinct()
                .toList();
    }

    private List<RuleFact> objects(ObjectsRule rule) {
        var counts = new ObjectCounts("objects", context, rule);
        var since = min(OBJECT_LINK.SINCE);
        return mirror.select(since, CUSTOM_OBJECT.TITLE, counts.company())
                .from(counts.joined())
                .where(counts.counted(), counts.customer().eq(customer))
                .groupBy(CUSTOM_OBJECT.NUMBER, CUSTOM_OBJECT.TITLE)
                .orderBy(since.desc(), CUSTOM_OBJECT.NUMBER.desc())
                .limit(MOST + 1)
                .fetch(row -> RuleFact.owned(row.value1(), titled(rule.type()) ? row.value2() : "", row.value3()));
    }

    private List<RuleFact> companies(CompanyRule rule) {
        var since = min(COMPANY_PERSON.SINCE);
        var above = max(CompanyTree.names());
        boolean alone = rule.reach() != CompanyReach.WITH_BELOW;
        var tops = CompanyTree.tops(alone ? falseCondition() : CompanyPosts.passes(rule));
        return mirror.select(since, COMPANY.NAME, above)
                .from(CompanyPosts.joined()
                        .leftJoin(tops)
                        .on(CompanyTree.number().eq(COMPANY.NUMBER)))
                .where(CompanyPosts.met(rule), CompanyPosts.customer().eq(customer))
                .groupBy(COMPANY.NUMBER, COMPANY.NAME)
                .orderBy(since.desc(), COMPANY.NUMBER.desc())
                .limit(MOST + 1)
                .fetch(row -> RuleFact.company(row.value1(), row.value2(), row.value3()));
    }

    private boolean titled(String type) {
        var title =
                Objects.requireNonNull(context.catalogue().objects().get(type)).title();
        return title == null || sight.sees(FieldSight.ofObject(type, title));
    }

    private List<RuleFact> events(EventFilter filter, OrderWindow window) {
        var conditions = new EventConditions(context, filter.type());
        Field<Instant> at = conditions.at();
        return mirror.select(at)
                .from(conditions.from())
                .where(conditions.are(Scope.of(customer), context.asOf()))
                .and(conditions.in(EventSlice.of(window, filter.where(), context)))
                .orderBy(at.desc())
                .limit(MOST + 1)
                .fetch(row -> RuleFact.event(row.value1(), filter.type()));
    }
}
