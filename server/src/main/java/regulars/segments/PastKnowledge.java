package regulars.segments;

import java.util.ArrayList;
import java.util.List;
import regulars.segments.Rule.AllRule;
import regulars.segments.Rule.AnyRule;
import regulars.segments.Rule.AttributeRule;
import regulars.segments.Rule.CellRule;
import regulars.segments.Rule.CompanyRule;
import regulars.segments.Rule.ConsentRule;
import regulars.segments.Rule.ContactRule;
import regulars.segments.Rule.EventsRule;
import regulars.segments.Rule.FieldRule;
import regulars.segments.Rule.ListRule;
import regulars.segments.Rule.NotRule;
import regulars.segments.Rule.ObjectsRule;
import regulars.segments.Rule.OrdersRule;
import regulars.segments.Rule.ReachableRule;
import regulars.segments.Rule.SegmentRule;
import regulars.segments.Rule.SequenceRule;

/** Which conditions cannot be answered for a past moment: what they ask about has no dated history. */
final class PastKnowledge {
    private final Catalogue catalogue;
    private final List<String> today = new ArrayList<>();

    private PastKnowledge(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Paths of the conditions that are answered as is known today; orders and events are as of the moment. */
    static List<String> knownToday(Rule rule, Catalogue catalogue) {
        var knowledge = new PastKnowledge(catalogue);
        knowledge.visit(rule, "");
        return List.copyOf(knowledge.today);
    }

    private void visit(Rule rule, String path) {
        switch (rule) {
            case AllRule all -> visitAll(all.rules(), path);
            case AnyRule any -> visitAll(any.rules(), path);
            case NotRule not -> visit(not.rule(), RuleCompiler.child(path, 0));
            case FieldRule field -> add(path, !dated(field.field()));
            case AttributeRule _,
                    ContactRule _,
                    ConsentRule _,
                    ReachableRule _,
                    ListRule _,
                    ObjectsRule _,
                    CompanyRule _ -> add(path, true);
            case OrdersRule _, EventsRule _, SequenceRule _ -> add(path, false);
            case SegmentRule other -> add(path, otherAsksAboutToday(other));
            case CellRule cell -> add(path, catalogue.cells().of(cell).anyMatch(this::asksAboutToday));
        }
    }

    private void visitAll(List<Rule> rules, String path) {
        for (int i = 0; i < rules.size(); i++) visit(rules.get(i), RuleCompiler.child(path, i));
    }

    private void add(String path, boolean knownToday) {
        if (knownToday) today.add(path);
    }

    private boolean otherAsksAboutToday(SegmentRule rule) {
        return catalogue
                .segments()
                .find(rule.segment())
                .map(other -> asksAboutToday(other.rule()))
                .orElse(false);
    }

    private boolean asksAboutToday(Rule rule) {
        return !knownToday(rule, catalogue).isEmpty();
    }

    /** A day of birth does not change, nor does it when and where from somebody became known. */
    private static boolean dated(CustomerField field) {
        return switch (field) {
            case BIRTH_DATE, AGE, CREATED, FIRST_SOURCE -> true;
            case LANGUAGE, COUNTRY, REGION, CITY, DISTRICT, SEX, ZONE, OWNER, LAST_SOURCE -> false;
        };
    }
}
