package regulars.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import regulars.SettableClock;
import regulars.TestPostgres;
import regulars.access.Organisations;
import regulars.access.TestOrganisations;
import regulars.insight.CellMoves.CellMove;
import regulars.insight.CellMoves.CellSize;
import regulars.insight.LifeCycleStages.LifeCycleStage;
import regulars.kernel.Fault;
import regulars.segments.CheckOperator;
import regulars.segments.OrderMeasure;
import regulars.segments.Rule;
import regulars.segments.SegmentsFixture;
import regulars.segments.Shop;
import regulars.segments.ValueCheck;
import regulars.warehouse.TestMirror;
import tools.jackson.databind.json.JsonMapper;

class LifeCycleTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Kyiv");
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-01");
    private static final int CUSTOMERS = 250;

    private static final TestPostgres POSTGRES = new TestPostgres().create();
    private static final DSLContext DSL = POSTGRES.dsl();
    private static final SettableClock CLOCK = new SettableClock(NOW);
    private static final TestMirror MIRROR = new TestMirror(POSTGRES.dataSource(), CLOCK);
    private static final Organisations ORGANISATIONS = TestOrganisations.in(DSL, ZONE, "USD");
    private static final SegmentsFixture SEGMENTS = new SegmentsFixture(DSL, MIRROR.warehouse(), ORGANISATIONS, CLOCK);
    private static final SchemeStore SCHEMES = new SchemeStore(DSL, JsonMapper.shared());
    private static final InsightReader READER = new InsightReader(SCHEMES, SEGMENTS.segments(), ORGANISATIONS, CLOCK);
    private static final CellMoves MOVES = new CellMoves(new InsightCells(SCHEMES), READER, SEGMENTS.segments());

    private static final Map<Integer, List<Instant>> ORDERS = new HashMap<>();

    @BeforeAll
    static void fill() {
        var shop = new Shop(DSL);
        var random = new Random(11);
        for (int number = 1; number <= CUSTOMERS; number++) {
            shop.customer(number, "UA", NOW);
            int orders = Math.max(0, (int) Math.round(1.5 * Math.exp(random.nextGaussian())));
            List<Instant> placed = new ArrayList<>();
            for (int i = 0; i < orders; i++) {
                var at = NOW.minus(Duration.ofMinutes(random.nextInt(800 * 24 * 60)));
                placed.add(at);
                shop.order(number, at, 100);
            }
            ORDERS.put(number, placed.stream().sorted().toList());
        }
        MIRROR.catchUp();
    }

    @AfterAll
    static void close() {
        MIRROR.close();
        POSTGRES.close();
    }

    /** At two moments, each person's stage found a second way, and with them every move between the stages. */
    @Test
    void movesEverybodyBetweenStagesAsASecondWayDoes() {
        var from = TODAY.minusDays(200);
        var fromEnd = from.plusDays(1).atStartOfDay(ZONE).toInstant().minus(1, ChronoUnit.MICROS);
        Map<CellMove, Integer> expected = new HashMap<>();
        Map<String, Integer> now = new HashMap<>();
        for (var orders : ORDERS.values()) {
            var stage = stage(orders, NOW);
            now.merge(stage, 1, Integer::sum);
            expected.merge(new CellMove(stage(orders, fromEnd), stage, 0), 1, Integer::sum);
        }

        var flow = MOVES.between("lifecycle", from, TODAY);

        assertThat(flow.moves())
                .containsExactlyInAnyOrderElementsOf(expected.entrySet().stream()
                        .map(entry -> new CellMove(
                                entry.getKey().from(), entry.getKey().to(), entry.getValue()))
                        .toList());
        for (CellSize size : flow.after()) {
            assertThat(size.customers()).as(size.cell()).isEqualTo(now.getOrDefault(size.cell(), 0));
        }
        assertThat(new TreeSet<>(now.keySet()))
                .as("every stage is met")
                .isEqualTo(new TreeSet<>(LifeCycleStages.CODES));
        assertThat(flow.after().stream().mapToInt(CellSize::customers).sum()).isEqualTo(CUSTOMERS);
    }

    private static String stage(List<Instant> orders, Instant asOf) {
        var known = orders.stream().filter(at -> !at.isAfter(asOf)).toList();
        if (known.isEmpty()) return "lead";
        long silent = days(known.getLast(), asOf);
        if (silent >= 366) return "gone";
        if (silent >= 181) return "at_risk";
        for (int i = 0; i < known.size(); i++) {
            var end = known.get(i).plus(Duration.ofDays(180));
            boolean followed = i + 1 < known.size() && !known.get(i + 1).isAfter(end);
            if (!followed && !end.isAfter(asOf) && days(known.get(i), asOf) <= 545) return "returned";
        }
        if (known.size() == 1) return "new";
        return known.size() <= 3 ? "repeat" : "regular";
    }

    private static long days(Instant at, Instant asOf) {
        return ChronoUnit.DAYS.between(
                at.atZone(ZONE).toLocalDate(), asOf.atZone(ZONE).toLocalDate());
    }

    /** Each cell holds those who meet both rules, and what they brought in a year. */
    @Test
    void crossesAnyTwoSides() {
        var money = SEGMENTS.money();
        var rows = List.of(often(CheckOperator.AT_MOST, "1"), often(CheckOperator.AT_LEAST, "2"));
        var columns = List.of(silent(CheckOperator.AT_MOST, "90"), silent(CheckOperator.AT_LEAST, "91"));

        var cells = new CrossTable(READER, SEGMENTS.segments(), money)
                .of(rows, columns)
                .cells();

        for (var cell : cells) {
            long people = 0;
            long orders = 0;
            for (var placed : ORDERS.values()) {
                if (placed.isEmpty() || (placed.size() >= 2) != (cell.row() == 1)) continue;
                if ((days(placed.getLast(), NOW) >= 91) != (cell.column() == 1)) continue;
                people++;
                orders += placed.stream().filter(at -> days(at, NOW) <= 365).count();
            }
            assertThat(cell.customers()).isEqualTo((int) people).isPositive();
            assertThat(cell.revenue().minor()).isEqualTo(orders * 100);
        }
        assertThatThrownBy(() -> new CrossTable(READER, SEGMENTS.segments(), money).of(rows, List.of()))
                .isInstanceOf(Fault.class);
    }

    private static Rule often(CheckOperator operator, String count) {
        return orders(OrderMeasure.COUNT, operator, count);
    }

    private static Rule silent(CheckOperator operator, String days) {
        return orders(OrderMeasure.DAYS_SINCE_LAST, operator, days);
    }

    private static Rule orders(OrderMeasure measure, CheckOperator operator, String value) {
        return new Rule.OrdersRule(measure, ValueCheck.of(operator, value), Rule.OrderWindow.EVER, List.of(), null);
    }

    @Test
    void refusesStagesThatAreNotTheSevenOrAskAboutCells() {
        var usual = LifeCycleStages.usual().stages();
        assertThatThrownBy(() -> new LifeCycleStages(usual.subList(1, 7)).checked())
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(InsightFault.STAGES_INVALID));

        var changed = new ArrayList<>(usual);
        var cell = new Rule.NotRule(new Rule.CellRule("rfm", List.of("5-5"), true));
        changed.set(3, new LifeCycleStage(usual.get(3).code(), cell));
        assertThatThrownBy(() -> new LifeCycleStages(changed).checked())
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(InsightFault.STAGE_RULE_INVALID));
        assertThatThrownBy(() -> MOVES.between("lifecycle", TODAY, TODAY.minusDays(1)))
                .isInstanceOf(Fault.class);
        assertThatThrownBy(() -> MOVES.between("weather", TODAY, TODAY)).isInstanceOf(Fault.class);
    }
}
