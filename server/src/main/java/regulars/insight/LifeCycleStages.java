package regulars.insight;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import regulars.kernel.Fault;
import regulars.segments.CellGrids.GridCell;
import regulars.segments.CheckOperator;
import regulars.segments.OrderMeasure;
import regulars.segments.Rule;
import regulars.segments.Rule.AllRule;
import regulars.segments.Rule.AnyRule;
import regulars.segments.Rule.NotRule;
import regulars.segments.Rule.OrderWindow;
import regulars.segments.Rule.OrdersRule;
import regulars.segments.Rule.SequenceRule;
import regulars.segments.Rule.SequenceStep;
import regulars.segments.ValueCheck;

/**
 * The stages in the order in which they are tried: somebody is in the first whose rule they meet, so in one at most.
 *
 * @param stages each of the codes once
 */
record LifeCycleStages(List<LifeCycleStage> stages) {
    static final Set<String> CODES = Set.of("lead", "new", "repeat", "regular", "at_risk", "gone", "returned");
    private static final int DAY = 24 * 60;

    LifeCycleStages {
        stages = List.copyOf(stages);
    }

    /** @param rule as people write it; whoever met one of the stages before is not asked */
    record LifeCycleStage(String code, Rule rule) {}

    /** What is usual in shops: silent for half a year is at risk, for a year is gone. */
    static LifeCycleStages usual() {
        var silent = new SequenceRule(
                List.of(new SequenceStep(null, null), new SequenceStep(null, 180 * DAY)),
                true,
                OrderWindow.lastDays(545));
        return new LifeCycleStages(List.of(
                new LifeCycleStage("lead", orders(OrderMeasure.COUNT, CheckOperator.IS, "0")),
                new LifeCycleStage("gone", orders(OrderMeasure.DAYS_SINCE_LAST, CheckOperator.AT_LEAST, "366")),
                new LifeCycleStage("at_risk", orders(OrderMeasure.DAYS_SINCE_LAST, CheckOperator.AT_LEAST, "181")),
                new LifeCycleStage("returned", silent),
                new LifeCycleStage("new", orders(OrderMeasure.COUNT, CheckOperator.IS, "1")),
                new LifeCycleStage("repeat", orders(OrderMeasure.COUNT, CheckOperator.BETWEEN, "2", "3")),
                new LifeCycleStage("regular", orders(OrderMeasure.COUNT, CheckOperator.AT_LEAST, "4"))));
    }

    private static Rule orders(OrderMeasure measure, CheckOperator operator, String... values) {
        return new OrdersRule(measure, new ValueCheck(operator, List.of(values)), OrderWindow.EVER, List.of(), null);
    }

    /** Each stage with the whole rule of who is in it, in the order in which they are tried. */
    List<GridCell> cells() {
        List<GridCell> cells = new ArrayList<>();
        List<Rule> before = new ArrayList<>();
        for (var stage : stages) {
            var whole = before.isEmpty()
                    ? stage.rule()
                    : new AllRule(List.of(stage.rule(), new NotRule(new AnyRule(List.copyOf(before)))));
            cells.add(new GridCell(stage.code(), whole));
            before.add(stage.rule());
        }
        return cells;
    }

    /** Refuses stages that are not these seven, and rules that ask about segments or cells, which ask about others. */
    LifeCycleStages checked() {
        var codes = stages.stream().map(LifeCycleStage::code).collect(Collectors.toSet());
        if (!codes.equals(CODES) || stages.size() != CODES.size()) {
            throw new Fault(InsightFault.STAGES_INVALID, "The life cycle has seven stages, each once: send them all.")
                    .at("stages", codes);
        }
        for (int i = 0; i < stages.size(); i++) {
            if (plain(stages.get(i).rule())) continue;
            throw new Fault(
                            InsightFault.STAGE_RULE_INVALID,
                            "The rule of a stage asks about no segment and no cell: say what those ask instead.")
                    .at("stages[" + i + "].rule", stages.get(i).code());
        }
        return this;
    }

    private static boolean plain(Rule rule) {
        return parts(rule).noneMatch(part -> part instanceof Rule.SegmentRule || part instanceof Rule.CellRule);
    }

    private static Stream<Rule> parts(Rule rule) {
        if (rule instanceof AllRule all) return all.rules().stream().flatMap(LifeCycleStages::parts);
        if (rule instanceof AnyRule any) return any.rules().stream().flatMap(LifeCycleStages::parts);
        if (rule instanceof NotRule not) return parts(not.rule());
        return Stream.of(rule);
    }
}
