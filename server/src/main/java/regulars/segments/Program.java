package regulars.segments;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;
import static org.jooq.impl.DSL.when;
import static schema.customers.Tables.CUSTOMER;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/**
 * A compiled rule: a row an active customer, a column of yes or no for each condition. Members, counts and the answer
 * to "why" are all read from these same rows, so they cannot disagree. Immutable once compiled.
 */
final class Program {
    static final String PEOPLE = "people";
    private static final Field<Integer> NUMBER = field(name(PEOPLE, "number"), SQLDataType.INTEGER);

    private final Collection<Source> sources;
    private final List<Leaf> leaves;
    private final List<Node> nodes;
    private final Condition root;

    Program(Collection<Source> sources, List<Leaf> leaves, List<Node> nodes, Condition root) {
        this.sources = List.copyOf(sources);
        this.leaves = List.copyOf(leaves);
        this.nodes = List.copyOf(nodes);
        this.root = root;
    }

    List<Leaf> leaves() {
        return leaves;
    }

    /** Every condition and group, a group before its parts. */
    List<Node> nodes() {
        return nodes;
    }

    /** Who meets the rule, on rows named {@link #PEOPLE}. */
    Condition root() {
        return root;
    }

    /** A row a person: the number, then the answer of each leaf in the order of {@link #leaves()}. */
    Select<Record> rows(Scope scope) {
        List<SelectField<?>> columns = new ArrayList<>(List.of(NUMBER));
        for (Leaf leaf : leaves) columns.add(leaf.holds());
        return select(columns).from(people(scope, false));
    }

    /**
     * The customers with a fact that passed an edge since a moment, a query for each edge: what passed a single one lies
     * close together in time and is found without looking at the rest. Nobody else gives another answer at the moment of
     * the program than then, unless their facts have changed.
     */
    Stream<Select<Record1<Integer>>> crossed(RuleContext then) {
        return leaves.stream()
                .flatMap(leaf -> leaf.sql().edges().since(then).stream())
                .map(crossing -> selectDistinct(crossing.facts().customer())
                        .from(crossing.facts().from())
                        .where(crossing.facts().admitted(), crossing.passed()));
    }

    /** A row for whoever meets a part of the rule: a column for each part directly under it, in order. */
    Select<Record> parts(Scope scope) {
        List<SelectField<?>> columns = new ArrayList<>(List.of(NUMBER));
        for (Node node : nodes) {
            boolean part = !node.path().isEmpty() && node.path().indexOf('.') < 0;
            if (part) columns.add(field(node.holds()).as("part" + columns.size()));
        }
        return select(columns).from(people(scope, false)).where(root);
    }

    /** A row a person: a bit for each part directly under the rule that holds for them, the first the lowest. */
    Select<Record2<Integer, Long>> bits(Scope scope) {
        Field<Long> bits = inline(0L);
        int place = 0;
        for (Node node : nodes) {
            boolean part = !node.path().isEmpty() && node.path().indexOf('.') < 0;
            if (part) bits = bits.plus(when(node.holds(), inline(1L << place++)).otherwise(inline(0L)));
        }
        return select(NUMBER, bits.as("bits")).from(people(scope, false));
    }

    Select<Record1<Integer>> members(Scope scope) {
        return select(NUMBER).from(people(scope, false)).where(root);
    }

    /**
     * One row: how many people each node holds for, in the order of {@link #nodes()}, so the first is the whole rule; and
     * last how many people there are.
     */
    Select<Record> counts(Scope scope) {
        List<SelectField<?>> counts = new ArrayList<>();
        for (Node node : nodes) counts.add(count().filterWhere(node.holds()).as("count" + counts.size()));
        counts.add(count().as("base"));
        return select(counts).from(people(scope, false));
    }

    /** A row a person: the answer of each node, in the order of {@link #nodes()}, then the value behind each leaf. */
    Select<Record> answers(Scope scope) {
        List<SelectField<?>> columns = new ArrayList<>(List.of(NUMBER));
        for (Node node : nodes) columns.add(field(node.holds()).as("answer" + columns.size()));
        for (Leaf leaf : leaves) columns.add(leaf.value());
        return select(columns).from(people(scope, true));
    }

    private Table<?> people(Scope scope, boolean withValues) {
        List<SelectField<?>> columns = new ArrayList<>(List.of(CUSTOMER.NUMBER.as("number")));
        for (Leaf leaf : leaves) {
            columns.add(Truth.of(leaf.sql().holds()).as(leaf.flag()));
            if (withValues) columns.add(leaf.sql().value().as(leaf.valueName()));
        }
        return select(columns)
                .from(joined(scope))
                .where(CUSTOMER.STATE.eq("active"), scope.admits(CUSTOMER.NUMBER))
                .asTable(PEOPLE);
    }

    private Table<?> joined(Scope scope) {
        Table<?> joined = CUSTOMER;
        for (Source source : sources) {
            Table<?> table = source.table(scope);
            joined = joined.leftJoin(table).on(source.joins(table));
        }
        return joined;
    }

    /** A node of the rule; its path is the indexes that lead to it, joined by dots. */
    record Node(String path, Condition holds) {}

    /** A condition that is not a group. */
    record Leaf(Rule rule, String path, String flag, String valueName, ConditionSql sql) {
        Field<Boolean> holds() {
            return field(name(PEOPLE, flag), SQLDataType.BOOLEAN);
        }

        Field<?> value() {
            return field(name(PEOPLE, valueName), sql.value().getDataType());
        }
    }
}
