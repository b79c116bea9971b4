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
import regulars.kernel.Actor;
import regulars.kernel.Fault;
import regulars.segments.GridSide;
import regulars.segments.Rule;
import regulars.segments.SegmentsFixture;
import regulars.segments.Shop;
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
    private static final OwnMatrixStore NAMES = new OwnMatrixStore(DSL);
    private static final InsightCells CELLS = new InsightCells(SCHEMES, NAMES);
    private static final CellMoves MOVES = new CellMoves(CELLS, READER, SEGMENTS.segments());

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

    /** Each cell holds those whom both measures put there, and what they brought in a year. */
    @Test
    void crossesAnyTwoMeasures() {
        var table = new CrossTable(READER, SEGMENTS.segments(), SEGMENTS.money());
        var rows = new GridSide("COUNT", null, List.of(1L));
        var columns = new GridSide("DAYS_SINCE_LAST", null, List.of(90L));

        var cells = table.of(new OwnSides(rows, columns)).cells();

        for (var cell : cells) {
            long people = 0;
            long orders = 0;
            for (var placed : ORDERS.values()) {
                if (!in(cell.row() + "-" + cell.column(), placed, NOW)) continue;
                people++;
                orders += placed.stream().filter(at -> days(at, NOW) <= 365).count();
            }
            assertThat(cell.customers()).isEqualTo((int) people).isPositive();
            assertThat(cell.revenue().minor()).isEqualTo(orders * 100);
        }
        var noBorder = new GridSide("COUNT", null, List.of());
        assertThatThrownBy(() -> table.of(new OwnSides(rows, noBorder))).isInstanceOf(Fault.class);
        var aDay = new GridSide("LAST_DAY", null, List.of(1L));
        assertThatThrownBy(() -> table.of(new OwnSides(rows, aDay))).isInstanceOf(Fault.class);
    }

    /** The one border is one order, the other 90 days of silence. */
    private static boolean in(String cell, List<Instant> orders, Instant asOf) {
        var known = orders.stream().filter(at -> !at.isAfter(asOf)).toList();
        if (known.isEmpty()) return false;
        int row = known.size() >= 2 ? 2 : 1;
        int column = days(known.getLast(), asOf) >= 91 ? 2 : 1;
        return cell.equals(row + "-" + column);
    }

    /** A matrix that is kept has cells for rules and for trends; its earlier borders hold for earlier days. */
    @Test
    void keepsAMatrixWhoseCellsRulesAskAbout() {
        var rows = new GridSide("COUNT", null, List.of(1L));
        var columns = new GridSide("DAYS_SINCE_LAST", null, List.of(90L));
        var table = new CrossTable(READER, SEGMENTS.segments(), SEGMENTS.money());
        var matrices = new OwnMatrices(NAMES, SCHEMES, table, READER, TestOrganisations.actorNames(DSL));
        var made = matrices.make("Loud and late", new OwnSides(rows, columns), Actor.SYSTEM);
        var day = TODAY.minusDays(120);
        var end = day.plusDays(1).atStartOfDay(ZONE).toInstant().minus(1, ChronoUnit.MICROS);

        var trend = new CellTrends(CELLS, READER, SEGMENTS.segments()).at(made.grid(), day);

        assertThat(trend.cells()).extracting(CellSize::cell).containsExactly("1-1", "1-2", "2-1", "2-2");
        for (var size : trend.cells()) {
            long people = ORDERS.values().stream()
                    .filter(orders -> in(size.cell(), orders, end))
                    .count();
            assertThat(size.customers()).as(size.cell()).isEqualTo((int) people).isPositive();
        }
        var other = new OwnSides(rows, new GridSide("DAYS_SINCE_LAST", null, List.of(30L)));
        CLOCK.set(NOW.plusSeconds(1));
        var changed = matrices.change(made.id(), made.version(), "Loud and late", other, Actor.SYSTEM);
        assertThatThrownBy(() -> matrices.change(made.id(), made.version(), "Late", other, Actor.SYSTEM))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(InsightFault.MATRIX_CHANGED));
        CLOCK.set(NOW);
        assertThat(matrices.versions(made.id()))
                .extracting(OwnMatrices.OwnMatrixVersion::id)
                .containsExactly(changed.version(), made.version());
        assertThat(CELLS.cells(made.grid(), NOW)).isNotEqualTo(CELLS.cells(made.grid(), null));
        matrices.delete(made.id());
        assertThat(CELLS.own()).isEmpty();
        assertThat(CELLS.cells(made.grid(), null)).as("for rules").hasSize(4);
        assertThat(matrices.restore(made.id()).columns()).isEqualTo(other.columns());
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
