package regulars.segments;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who went from which rules to which, asked in one statement and put together from the people of each rule. */
class ShiftsTest {
    private static final int WORLDS = 5;
    private static final long SEED = 4L;

    @Test
    void countsInOneStatementWhatThePeopleOfEachRuleComeTo() throws SQLException {
        int moved = 0;
        try (var mirror = new MemoryMirror()) {
            for (long seed = SEED; seed < SEED + WORLDS; seed++) {
                var random = new Random(seed);
                var worlds = new RandomWorlds(random);
                var world = worlds.draw();
                mirror.fill(world, worlds.products);
                // The last world asks as much as there are bits, the sign among them.
                int many = seed == SEED + WORLDS - 1 ? Shift.MOST_RULES : 2 + random.nextInt(12);
                var rules = rules(new RandomRules(random, worlds), random, many);
                var after = mirror.context(world);
                var before = new RuleContext(
                        after.asOf().minus(Duration.ofHours(1 + random.nextInt(9_000))),
                        after.zone(),
                        after.catalogue());

                var shifts = ShiftStore.shifts(
                        mirror.dsl(),
                        RuleCompiler.compileTogether(rules, before)
                                .bits(Scope.WHOLE_BASE)
                                .asTable("before"),
                        RuleCompiler.compileTogether(rules, after)
                                .bits(Scope.WHOLE_BASE)
                                .asTable("after"));

                var expected = expected(world, bits(mirror, rules, before), bits(mirror, rules, after));
                assertThat(shifts).as("seed " + seed).containsExactlyInAnyOrderElementsOf(expected);
                moved += shifts.stream()
                        .filter(shift -> shift.before() != shift.after())
                        .mapToInt(Shift::people)
                        .sum();
            }
        }
        assertThat(moved).as("people who moved").isGreaterThan(WORLDS * 5);
    }

    /** A rule stands twice among them, so that what is shared is two answers all the same. */
    private static List<Rule> rules(RandomRules random, Random choice, int many) {
        List<Rule> rules = new ArrayList<>();
        for (int i = 1; i < many; i++) rules.add(random.draw(choice.nextInt(3)));
        rules.add(rules.getFirst());
        return rules;
    }

    /** By person. */
    private static Map<Integer, Long> bits(MemoryMirror mirror, List<Rule> rules, RuleContext context) {
        Map<Integer, Long> bits = new HashMap<>();
        for (int place = 0; place < rules.size(); place++) {
            long bit = 1L << place;
            var members = RuleCompiler.compile(rules.get(place), context).members(Scope.WHOLE_BASE);
            for (int number : Set.copyOf(mirror.dsl().fetch(members).getValues(0, Integer.class))) {
                bits.merge(number, bit, (one, other) -> one | other);
            }
        }
        return bits;
    }

    private static List<Shift> expected(World world, Map<Integer, Long> before, Map<Integer, Long> after) {
        Map<List<Long>, Integer> people = new HashMap<>();
        for (var person : world.people()) {
            long held = before.getOrDefault(person.number(), 0L);
            long holds = after.getOrDefault(person.number(), 0L);
            if (held != 0 || holds != 0) people.merge(List.of(held, holds), 1, Integer::sum);
        }
        return people.entrySet().stream()
                .map(entry ->
                        new Shift(entry.getKey().getFirst(), entry.getKey().getLast(), entry.getValue()))
                .toList();
    }

    @Test
    void namesThePlacesOfBits() {
        var shift = new Shift(0b101, Long.MIN_VALUE, 1);

        assertThat(shift.heldBefore()).containsExactly(0, 2);
        assertThat(shift.heldAfter()).containsExactly(63);
    }
}
