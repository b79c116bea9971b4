package regulars.segments;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RuleCompilerTest {
    private static final int WORLDS = Integer.getInteger("segments.worlds", 6);
    private static final int NESTED = 60;
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
        var naive = new NaiveEvaluator(world);
        var rules = new RandomRules(random, worlds);
        var drawn = rules.ofEveryKind();
        for (int i = 0; i < NESTED; i++) drawn.add(rules.draw(3));
        int matched = 0;
        for (Rule rule : drawn) {
            RuleValidator.check(rule, mirror.context(world).catalogue());
            matched += compare(mirror, world, naive, rule, "seed " + seed + ": " + rule);
        }
        return matched;
    }

    private static int compare(MemoryMirror mirror, World world, NaiveEvaluator naive, Rule rule, String what) {
        var program = RuleCompiler.compile(rule, mirror.context(world));
        var expected = naive.members(rule);

        var members = mirror.dsl().fetch(program.members(Scope.WHOLE_BASE)).getValues(0, Integer.class);
        var counts = mirror.dsl().fetchSingle(program.counts(Scope.WHOLE_BASE));
        var answers = mirror.dsl().fetch(program.answers(Scope.WHOLE_BASE));

        assertThat(members).as(what).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(counts.get(0, Integer.class)).as("count of " + what).isEqualTo(expected.size());
        Map<Integer, Boolean> why = new HashMap<>();
        answers.forEach(answer -> why.put(answer.get(0, Integer.class), answer.get(1, Boolean.class)));
        world.people().stream()
                .filter(World.Person::active)
                .forEach(person ->
                        assertThat(why).as("why of " + what).containsEntry(person.number(), naive.holds(rule, person)));
        assertRestricted(mirror, world, program, expected, what);
        return expected.size();
    }

    private static void assertRestricted(
            MemoryMirror mirror, World world, Program program, List<Integer> expected, String what) {
        var some = world.people().stream()
                .map(World.Person::number)
                .filter(number -> number % 2 == 0)
                .toArray(Integer[]::new);

        var members = mirror.dsl().fetch(program.members(Scope.of(some))).getValues(0, Integer.class);

        assertThat(members)
                .as("restricted " + what)
                .containsExactlyInAnyOrderElementsOf(
                        expected.stream().filter(number -> number % 2 == 0).toList());
    }
}
