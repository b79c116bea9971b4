package regulars.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static schema.commerce.Tables.ORDER_STATUS;
import static schema.commerce.Tables.PRODUCT;
import static schema.customers.Tables.SUBJECT_LINK;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import regulars.SettableClock;
import regulars.TestPostgres;
import regulars.access.TestOrganisations;
import regulars.warehouse.TestMirror;

/** The live engine against full recomputation: random rules, random changes of the base, a clock moved by hand. */
class LiveSegmentsTest {
    private static final long SEED = 41;
    private static final int STEPS = 8;
    private static final int SEGMENTS = 32;

    private final TestPostgres postgres = new TestPostgres().create();
    private final DSLContext dsl = postgres.dsl();
    private final Random random = new Random(SEED);
    private final RandomWorlds worlds = new RandomWorlds(random);
    private final World world = worlds.draw();
    private final SettableClock clock = new SettableClock(world.asOf().minus(Duration.ofDays(2)));
    private final TestMirror mirror = new TestMirror(postgres.dataSource(), clock);
    private final WorldBase base = new WorldBase(dsl, worlds.products, clock.instant());
    private final SegmentsFixture fixture = new SegmentsFixture(
            dsl, mirror.warehouse(), TestOrganisations.in(dsl, world.zone(), "USD"), clock, TestCells.CELLS);
    private final MembershipStore memberships = new MembershipStore(dsl);
    private final Map<UUID, Rule> rules = new LinkedHashMap<>();
    private int told;

    @AfterEach
    void close() {
        mirror.close();
        postgres.close();
    }

    @Test
    void membersAreAlwaysThoseOfAFullRecomputation() {
        var drawn = new RandomRules(random, worlds);
        rules.putAll(worlds.segments);
        var every = drawn.ofEveryKind();
        while (rules.size() < SEGMENTS) {
            var rule = rules.size() % 3 == 0 ? drawn.draw(3) : every.get(random.nextInt(every.size()));
            rules.put(new UUID(8, rules.size()), rule);
        }
        rules.forEach((id, rule) -> fixture.store().insert(id, "segment " + id, rule, "test", clock.instant()));
        world.companies().forEach(base::put);
        world.people().forEach(base::put);
        var live = fixture.live();
        follow(live);
        compare("at first");

        for (int step = 0; step < STEPS; step++) {
            var what = change();
            clock.advance(worlds.pick(
                    List.of(Duration.ofSeconds(7), Duration.ofMinutes(61), Duration.ofHours(7), Duration.ofHours(26))));
            follow(live);
            compare("step " + step + ", " + what);
        }
        assertThat(live.figures().evaluated()).isPositive();
        assertThat(live.figures().moved()).isPositive();
    }

    /** One of the ways in which a base changes. */
    private String change() {
        switch (random.nextInt(9)) {
            case 0, 1, 2 -> {
                var people = worlds.draw().people();
                for (var person : people.subList(0, Math.min(1 + random.nextInt(6), people.size()))) base.put(person);
                return "people";
            }
            case 3 -> {
                dsl.update(SUBJECT_LINK)
                        .set(SUBJECT_LINK.CUSTOMER_NUMBER, 3 * (1 + random.nextInt(9)))
                        .where(SUBJECT_LINK.SUBJECT_NUMBER.mod(7L).eq((long) random.nextInt(7)))
                        .execute();
                return "merged";
            }
            case 4 -> {
                dsl.update(PRODUCT)
                        .set(PRODUCT.CATEGORY, worlds.pick(RandomWorlds.TEXTS))
                        .where(PRODUCT.NUMBER.eq((long) (1 + random.nextInt(6))))
                        .execute();
                return "category";
            }
            case 5 -> {
                dsl.update(ORDER_STATUS)
                        .set(ORDER_STATUS.COUNTS, DSL.not(ORDER_STATUS.COUNTS))
                        .where(ORDER_STATUS.CODE.eq(worlds.pick(RandomWorlds.STATUSES)))
                        .execute();
                return "statuses";
            }
            case 6, 7 -> {
                base.put(worlds.company(1 + random.nextInt(7)));
                return "company";
            }
            default -> {
                return "nothing";
            }
        }
    }

    private void follow(LiveSegments live) {
        mirror.catchUp();
        var all = List.copyOf(mirror.told());
        all.subList(told, all.size()).forEach(live::mirrorAdvanced);
        told = all.size();
        for (int more = 0; more < 3 || live.step(); more++) live.step();
    }

    private void compare(String when) {
        List<String> wrong = new ArrayList<>();
        rules.forEach((id, rule) -> {
            var full = fixture.engine().evaluate(rule, clock.instant()).members();
            var kept = memberships.members(id);
            if (!kept.equals(full)) wrong.add(rule + ": kept " + kept + ", in full " + full);
        });
        assertThat(wrong).as("seed " + SEED + ", " + when).isEmpty();
    }
}
