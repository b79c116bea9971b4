package regulars.segments;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Rules are compared in bundles, a few dozen to a query: each node of the bundle has an answer for each person. */
class RuleCompilerTest {
    private static final int WORLDS = Integer.getInteger("segments.worlds", 5);
    private static final int NESTED = 70;
    private static final int BUNDLE = 12;
    private static final long SEED = Long.getLong("segments.seed", 20261122L);

    @Test
    void agreesWithTheNaiveEvaluatorOnRandomRulesAndBases() throws SQLException {
        int matched = 0;
        try (var mirror = new MemoryMirror()) {
            for (long seed = SEED; seed < SEED + WORLDS; seed++) matched += compare(mirror, seed);
        }

        assertThat(matched)
                .as("people found by all the rules, so that the test is not about nobody")
                .isGreaterThan(WORLDS * 1000);
    }

    private static int compare(MemoryMirror mirror, long seed) {
        var random = new Random(seed);
        var worlds = new RandomWorlds(random);
        var world = worlds.draw();
        mirror.fill(world, worlds.products);
        var rules = new RandomRules(random, worlds);
        var drawn = rules.ofEveryKind();
        for (int i = 0; i < NESTED; i++) drawn.add(rules.draw(3));
        for (Rule rule : drawn) RuleValidator.check(rule, mirror.context(world).catalogue());
        int matched = 0;
        for (int from = 0; from < drawn.size(); from += BUNDLE) {
            var bundle = drawn.subList(from, Math.min(from + BUNDLE, drawn.size()));
            matched += compare(mirror, world, bundle, from / BUNDLE % 4 == 0, "seed " + seed + ": ");
        }
        return matched;
    }

    private static int compare(MemoryMirror mirror, World world, List<Rule> bundle, boolean any, String seed) {
        var naive = new NaiveEvaluator(world);
        var whole = any ? new Rule.AnyRule(bundle) : new Rule.NotRule(new Rule.AllRule(bundle));
        var program = RuleCompiler.compile(whole, mirror.context(world));
        var answers = mirror.dsl().fetch(program.answers(Scope.WHOLE_BASE));
        int matched = 0;
        for (int node = 0; node < program.nodes().size(); node++) {
            var rule = at(whole, program.nodes().get(node).path());
            var expected = Set.copyOf(naive.members(rule));
            int column = node + 1;
            var holding = answers.stream()
                    .filter(row -> row.get(column, Boolean.class))
                    .map(row -> row.get(0, Integer.class))
                    .collect(Collectors.toSet());
            assertThat(holding).as(seed + rule).isEqualTo(expected);
            matched += expected.size();
        }
        if (any) otherWays(mirror, world, whole, program, seed);
        return matched;
    }

    /** The same rows counted, as members, and as members among a few. */
    private static void otherWays(MemoryMirror mirror, World world, Rule whole, Program program, String seed) {
        var naive = new NaiveEvaluator(world);
        var counts = mirror.dsl().fetchSingle(program.counts(Scope.WHOLE_BASE));
        for (int node = 0; node < program.nodes().size(); node++) {
            var rule = at(whole, program.nodes().get(node).path());
            assertThat(counts.get(node, Integer.class))
                    .as("count, " + seed + rule)
                    .isEqualTo(naive.members(rule).size());
        }
        var members = naive.members(whole);
        assertThat(numbers(mirror, program, Scope.WHOLE_BASE))
                .as(seed + whole)
                .containsExactlyInAnyOrderElementsOf(members);
        var some = world.people().stream().map(World.Person::number).filter(number -> number % 2 == 0);
        assertThat(numbers(mirror, program, Scope.of(some.toArray(Integer[]::new))))
                .as("restricted, " + seed + whole)
                .containsExactlyInAnyOrderElementsOf(
                        members.stream().filter(number -> number % 2 == 0).toList());
    }

    private static List<Integer> numbers(MemoryMirror mirror, Program program, Scope scope) {
        return mirror.dsl().fetch(program.members(scope)).getValues(0, Integer.class);
    }

    private static Rule at(Rule rule, String path) {
        var found = rule;
        for (String step : path.isEmpty() ? new String[0] : path.split("\\.")) {
            found = children(found).get(Integer.parseInt(step));
        }
        return found;
    }

    private static List<Rule> children(Rule rule) {
        return switch (rule) {
            case Rule.AllRule all -> all.rules();
            case Rule.AnyRule any -> any.rules();
            case Rule.NotRule not -> List.of(not.rule());
            default -> new ArrayList<>();
        };
    }
}
