package regulars.segments;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import regulars.segments.Rule.AllRule;

/** The numbers of a panel against the naive evaluator, on random bases. */
class RulePanelsTest {
    private static final long SEED = Long.getLong("segments.seed", 20261122L);
    private static final int RULES = 12;

    @Test
    void countsEachStepAndThePeoplesMoneyExactly() throws SQLException {
        try (var mirror = new MemoryMirror()) {
            var random = new Random(SEED);
            var worlds = new RandomWorlds(random);
            var world = worlds.draw();
            mirror.fill(world, worlds.products);
            var rules = new RandomRules(random, worlds);
            for (int i = 0; i < RULES; i++) {
                var rule = new AllRule(List.of(rules.draw(2), rules.draw(1), rules.draw(0)));
                mirror.dsl().transaction(tx -> compare(tx.dsl(), mirror.context(world), world, rule));
                mirror.dsl().execute("drop table kept_people");
            }
        }
    }

    private static void compare(DSLContext mirror, RuleContext context, World world, AllRule rule) {
        var naive = new NaiveEvaluator(world);
        var program = RuleCompiler.compile(rule, context);
        var figures = PanelStore.of(mirror, program, context);
        var counted = figures.counted(rule);
        var members = naive.members(rule);
        int before = counted.total().base();
        assertThat(counted.total().total()).as(rule.toString()).isEqualTo(members.size());
        assertThat(before)
                .isEqualTo(world.people().stream().filter(World.Person::active).count());
        for (int step = 0; step < 3; step++) {
            var told = counted.waterfall().steps().get(step);
            int left = naive.members(new AllRule(rule.rules().subList(0, step + 1)))
                    .size();
            assertThat(told).isEqualTo(new PanelPart.WaterfallStep(String.valueOf(step), left, before - left));
            before = left;
        }
        assertThat(figures.people().sample(3))
                .hasSize(Math.min(3, members.size()))
                .isSubsetOf(members);
        assertThat(figures.money("USD").ever().revenue().minor()).isEqualTo(revenue(world, members));
    }

    private static long revenue(World world, List<Integer> members) {
        return world.people().stream()
                .filter(person -> members.contains(person.number()))
                .flatMap(person -> person.subjects().stream())
                .flatMap(subject -> subject.orders().stream())
                .filter(order -> world.counting().contains(order.status())
                        && !order.placedAt().isAfter(world.asOf()))
                .mapToLong(World.Order::revenue)
                .sum();
    }
}
