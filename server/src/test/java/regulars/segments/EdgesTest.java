package regulars.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.selectDistinct;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.Record;
import org.junit.jupiter.api.Test;

/** Between two moments nobody's answer changes who has no fact that passes an edge: each kind of rule, random bases. */
class EdgesTest {
    private static final int WORLDS = 1;
    private static final int BUNDLE = 40;

    private int changed;
    private int crossed;

    @Test
    void whoeverTimeMovesHasAFactThatPassesAnEdge() throws SQLException {
        try (var mirror = new MemoryMirror()) {
            for (long seed = 702; seed < 702 + WORLDS; seed++) check(mirror, seed);
        }

        assertThat(changed)
                .as("answers that time changed, so that the test is not about none")
                .isGreaterThan(WORLDS * 100);
        assertThat(crossed)
                .as("people looked at again, each rule on its own: a fact may pass an edge and change no answer")
                .isLessThan(changed * 12);
    }

    private void check(MemoryMirror mirror, long seed) throws SQLException {
        var random = new Random(seed);
        var worlds = new RandomWorlds(random);
        var world = worlds.draw();
        mirror.fill(world, worlds.products);
        var rules = new RandomRules(random, worlds).ofEveryKind();
        var then = mirror.context(world);
        var later = List.of(
                world.asOf().plusSeconds(1 + random.nextInt(7200)),
                world.asOf().plus(Duration.ofHours(20 + random.nextInt(60))));
        for (int from = 0; from < rules.size(); from += BUNDLE) {
            var bundle = new Rule.AnyRule(rules.subList(from, Math.min(from + BUNDLE, rules.size())));
            for (Instant at : later) compare(mirror, bundle, then, at, "seed " + seed + " at " + at + ": ");
        }
    }

    private void compare(MemoryMirror mirror, Rule.AnyRule bundle, RuleContext then, Instant at, String when) {
        var now = new RuleContext(at, then.zone(), then.catalogue());
        var program = RuleCompiler.compile(bundle, now);
        var before = answers(mirror, RuleCompiler.compile(bundle, then));
        var after = answers(mirror, program);
        for (int node = 1; node < program.nodes().size(); node++) {
            var path = program.nodes().get(node).path();
            if (path.indexOf('.') >= 0) continue;
            Set<Integer> moved = new HashSet<>();
            for (var person : after.keySet()) {
                boolean was = Objects.requireNonNull(before.get(person)).get(node + 1, Boolean.class);
                boolean is = Objects.requireNonNull(after.get(person)).get(node + 1, Boolean.class);
                if (was != is) moved.add(person);
            }
            var found = crossed(mirror, program, path, then);
            assertThat(found)
                    .as(when + bundle.rules().get(Integer.parseInt(path)))
                    .containsAll(moved);
            changed += moved.size();
            crossed += found.size();
        }
    }

    private static Map<Integer, Record> answers(MemoryMirror mirror, Program program) {
        Map<Integer, Record> answers = new TreeMap<>();
        mirror.dsl()
                .fetch(program.answers(Scope.WHOLE_BASE))
                .forEach(row -> answers.put(row.get(0, Integer.class), row));
        return answers;
    }

    /** The people with a fact that passes an edge of the rule at that path. */
    private static Set<Integer> crossed(MemoryMirror mirror, Program program, String path, RuleContext then) {
        Set<Integer> found = new HashSet<>();
        for (var leaf : program.leaves()) {
            if (!leaf.path().equals(path) && !leaf.path().startsWith(path + "@")) continue;
            for (var crossing : leaf.sql().edges().since(then)) {
                var facts = crossing.facts();
                found.addAll(mirror.dsl()
                        .fetch(selectDistinct(facts.customer())
                                .from(facts.from())
                                .where(facts.admitted(), crossing.passed()))
                        .getValues(0, Integer.class));
            }
        }
        return found;
    }
}
