package regulars.segments;

import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.or;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
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

/** Turns a checked rule into the one program that every way of asking runs. */
final class RuleCompiler {
    /** Sets the paths of another segment's conditions apart from those of the rule. */
    private static final String INSIDE = "@";

    private final RuleContext context;
    private final Sources sources;
    private final Catalogue.Others segments;
    private final LeafCompiler leaves;
    private final List<Program.Leaf> compiled = new ArrayList<>();
    private final List<Program.Node> nodes = new ArrayList<>();
    private final Map<Rule, Program.Leaf> shared = new HashMap<>();
    private int inside;
    private boolean sharing;

    private RuleCompiler(RuleContext context) {
        this.context = context;
        this.sources = new Sources(context);
        this.segments = context.catalogue().segments();
        this.leaves = new LeafCompiler(context, sources);
    }

    static Program compile(Rule rule, RuleContext context) {
        var compiler = new RuleCompiler(context);
        var root = compiler.visit(rule, "");
        return new Program(compiler.sources.all(), compiler.compiled, compiler.nodes, root);
    }

    /**
     * Several rules at once, each a part of the program. A condition that they share is computed once, so that what led
     * to an answer cannot be told apart.
     */
    static Program compileTogether(List<Rule> rules, RuleContext context) {
        var compiler = new RuleCompiler(context);
        compiler.sharing = true;
        var root = or(compiler.visitAll(rules, ""));
        return new Program(compiler.sources.all(), compiler.compiled, compiler.nodes, root);
    }

    /** A group is put together from the columns of its conditions. */
    private Condition visit(Rule rule, String path) {
        int place = nodes.size();
        Condition holds = switch (rule) {
            case AllRule all -> and(visitAll(all.rules(), path));
            case AnyRule any -> or(visitAll(any.rules(), path));
            case NotRule not -> visit(not.rule(), child(path, 0)).not();
            case FieldRule field -> leaf(rule, path, leaves.field(field));
            case AttributeRule attribute -> leaf(rule, path, leaves.attribute(attribute));
            case ContactRule contact -> leaf(rule, path, leaves.contact(contact));
            case ObjectsRule objects -> leaf(rule, path, leaves.objects(objects));
            case CompanyRule company -> leaf(rule, path, leaves.company(company));
            case ConsentRule consent -> leaf(rule, path, leaves.consent(consent));
            case ReachableRule reachable -> leaf(rule, path, leaves.reachable(reachable));
            case ListRule list -> leaf(rule, path, leaves.list(list));
            case OrdersRule orders -> leaf(rule, path, leaves.orders(orders));
            case EventsRule events -> leaf(rule, path, leaves.events(events));
            case SequenceRule sequence -> leaf(rule, path, leaves.sequence(sequence));
            case SegmentRule other -> segment(other, path);
            case CellRule cell -> cell(cell, path);
        };
        if (inside == 0) nodes.add(place, new Program.Node(path, holds));
        return holds;
    }

    /** The other's conditions become conditions of this program; to whoever asks, it is one condition. */
    private Condition segment(SegmentRule rule, String path) {
        var other = segments.find(rule.segment())
                .orElseThrow(() -> new IllegalStateException("an unchecked rule reached the compiler: " + rule));
        inside++;
        var holds = visit(other.rule(), path + INSIDE);
        inside--;
        return rule.member() ? holds : holds.not();
    }

    /** Likewise those of the cells. */
    private Condition cell(CellRule rule, String path) {
        inside++;
        List<Condition> cells = new ArrayList<>();
        for (String code : rule.cells()) {
            var meaning = context.catalogue()
                    .cells()
                    .find(rule.grid(), code, context.asOf())
                    .orElseThrow(() -> new IllegalStateException("an unchecked rule reached the compiler: " + rule));
            cells.add(visit(meaning, path + INSIDE + code));
        }
        inside--;
        return rule.member() ? or(cells) : or(cells).not();
    }

    private List<Condition> visitAll(List<Rule> rules, String path) {
        List<Condition> conditions = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) conditions.add(visit(rules.get(i), child(path, i)));
        return conditions;
    }

    private Condition leaf(Rule rule, String path, ConditionSql sql) {
        var known = shared.get(rule);
        if (known != null) return known.holds().isTrue();
        var leaf = new Program.Leaf(rule, path, "holds" + compiled.size(), "value" + compiled.size(), sql);
        compiled.add(leaf);
        if (sharing) shared.put(rule, leaf);
        return leaf.holds().isTrue();
    }

    static String child(String path, int index) {
        return path.isEmpty() ? String.valueOf(index) : path + "." + index;
    }
}
