package regulars.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static schema.commerce.Tables.ORDERS;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import regulars.SettableClock;
import regulars.TestPostgres;
import regulars.access.Organisations;
import regulars.access.TestOrganisations;
import regulars.kernel.Actor;
import regulars.kernel.Money;
import regulars.segments.SegmentsFixture;
import regulars.segments.Shop;
import regulars.warehouse.TestMirror;
import tools.jackson.databind.json.JsonMapper;

class RfmTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Kyiv");
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final int CUSTOMERS = 300;

    private static final TestPostgres POSTGRES = new TestPostgres().create();
    private static final DSLContext DSL = POSTGRES.dsl();
    private static final SettableClock CLOCK = new SettableClock(NOW);
    private static final TestMirror MIRROR = new TestMirror(POSTGRES.dataSource(), CLOCK);
    private static final Organisations ORGANISATIONS = TestOrganisations.in(DSL, ZONE, "USD");
    private static final SegmentsFixture SEGMENTS = new SegmentsFixture(DSL, MIRROR.warehouse(), ORGANISATIONS, CLOCK);
    private static final SchemeStore SCHEMES = new SchemeStore(DSL, JsonMapper.shared());
    private static final InsightReader READER = new InsightReader(SCHEMES, SEGMENTS.segments(), ORGANISATIONS, CLOCK);
    private static final Rfm RFM = new Rfm(MIRROR.warehouse(), READER, SCHEMES);
    private static final Matrix MATRIX = new Matrix(MIRROR.warehouse(), READER, SCHEMES);

    @BeforeAll
    static void fill() {
        var shop = new Shop(DSL);
        var random = new Random(7);
        for (int number = 1; number <= CUSTOMERS; number++) {
            shop.customer(number, "UA", NOW);
            int orders = Math.max(0, (int) Math.round(Math.exp(random.nextGaussian())));
            for (int i = 0; i < orders; i++) {
                var day = LocalDate.of(2026, 11, 1).minusDays(random.nextInt(400));
                var placed = day.atStartOfDay(ZONE).toInstant().plusSeconds(random.nextInt(3) * 40_000L);
                shop.order(
                        number,
                        placed.isAfter(NOW) ? NOW : placed,
                        500L * random.nextInt(20),
                        random.nextInt(9) == 0 ? "cancelled" : "paid");
            }
        }
        DSL.update(ORDERS)
                .set(ORDERS.REVENUE_BASE_MINOR, 0L)
                .where(ORDERS.STATUS.eq("cancelled"))
                .execute();
        MIRROR.catchUp();
    }

    @AfterAll
    static void close() {
        MIRROR.close();
        POSTGRES.close();
    }

    @Test
    void scoresEveryCustomerAsASecondWayDoes() {
        var grid = RFM.make(new SchemeRequest<>(null, null), Actor.SYSTEM);

        assertCellsHold(grid, expectedScores(null));
    }

    @Test
    void scoresOrdersOfThePeriodOnly() {
        var grid = RFM.make(new SchemeRequest<>(90, null), Actor.SYSTEM);

        assertCellsHold(grid, expectedScores(90));
        assertThat(grid.buyers() + grid.withoutOrders().customers()).isEqualTo(CUSTOMERS);
    }

    @Test
    void keepsThresholdsWhenPeopleMoveAndRenewsThemWhenTheyHaveAged() {
        var made = RFM.make(new SchemeRequest<>(null, null), Actor.SYSTEM);

        CLOCK.set(NOW.plus(6, ChronoUnit.DAYS));
        var soon = RFM.grid(null);
        CLOCK.set(NOW.plus(7, ChronoUnit.DAYS));
        var later = RFM.grid(null);
        CLOCK.set(NOW);

        assertThat(soon.scheme()).isEqualTo(made.scheme());
        assertThat(later.scheme().asOf()).isEqualTo(NOW.plus(7, ChronoUnit.DAYS));
        assertThat(RFM.grid(made.scheme().id()).frequency()).isEqualTo(made.frequency());
    }

    @Test
    void thresholdsByHandAreKeptAsTheyAre() {
        var byHand = new RfmThresholds(
                new Bounds(List.of(30L, 60L, 90L, 180L)),
                new Bounds(List.of(1L, 2L, 3L, 5L)),
                new Bounds(List.of(0L, 1000L, 2000L, 9000L)));

        var grid = RFM.preview(new SchemeRequest<>(null, byHand));

        assertThat(grid.recency()).extracting(GridBand::to).containsExactly(null, 180L, 90L, 60L, 30L);
        assertThat(grid.frequency()).extracting(GridBand::from).containsExactly(1L, 2L, 3L, 4L, 6L);
        assertThat(grid.cells()).hasSize(25);
    }

    @Test
    void aCellOfTheMatrixHoldsThePeopleOfItsRule() {
        var grid = MATRIX.make(new SchemeRequest<>(null, null), Actor.SYSTEM);

        assertThat(grid.cells()).hasSize(9);
        int people = 0;
        for (var cell : grid.cells()) {
            int counted = cell.rule() == null
                    ? 0
                    : SEGMENTS.segments()
                            .counts(List.of(cell.rule()), grid.asOf())
                            .getFirst();
            assertThat(counted).as(cell.toString()).isEqualTo(cell.customers());
            people += counted;
        }
        assertThat(people)
                .isEqualTo(grid.buyers())
                .isEqualTo(expectedScores(null).size());
    }

    /** Each cell's own rule finds exactly the people, and its money is theirs. */
    private static void assertCellsHold(RfmGrid grid, Map<Integer, Buyer> expected) {
        Set<Integer> placed = new HashSet<>();
        for (var cell : grid.cells()) {
            Set<Integer> mine = new HashSet<>();
            long revenue = 0;
            for (var buyer : expected.entrySet()) {
                if (buyer.getValue().recency() != cell.recency()
                        || buyer.getValue().frequency() != cell.frequency()) continue;
                mine.add(buyer.getKey());
                revenue += buyer.getValue().revenue();
            }
            assertThat(cell.customers()).as(cell.toString()).isEqualTo(mine.size());
            assertThat(cell.revenue()).as(cell.toString()).isEqualTo(new Money(revenue, "USD"));
            assertThat(cell.monetary().stream().mapToInt(Integer::intValue).sum())
                    .isEqualTo(mine.size());
            if (cell.rule() != null)
                assertThat(SEGMENTS.numbers(cell.rule(), grid.asOf()))
                        .as(cell.toString())
                        .isEqualTo(mine);
            placed.addAll(mine);
        }
        assertThat(placed).isEqualTo(expected.keySet());
    }

    private record Buyer(int recency, int frequency, long revenue) {}

    /** The scores in plain Java from the rows of PostgreSQL: sorted values, cut at the ranks. */
    private static Map<Integer, Buyer> expectedScores(@Nullable Integer periodDays) {
        var today = LocalDate.ofInstant(NOW, ZONE);
        Map<Integer, long[]> totals = new HashMap<>();
        DSL.selectFrom(ORDERS).where(ORDERS.STATUS.eq("paid")).forEach(order -> {
            long ago = ChronoUnit.DAYS.between(LocalDate.ofInstant(order.getPlacedAt(), ZONE), today);
            if (periodDays != null && ago > periodDays) return;
            var total = totals.computeIfAbsent(
                    order.getSubjectNumber().intValue(), number -> new long[] {Long.MAX_VALUE, 0, 0});
            total[0] = Math.min(total[0], ago);
            total[1]++;
            total[2] += order.getRevenueBaseMinor();
        });
        var days = tops(totals.values().stream().mapToLong(total -> total[0]));
        var orders = tops(totals.values().stream().mapToLong(total -> total[1]));
        Map<Integer, Buyer> buyers = new HashMap<>();
        totals.forEach((number, total) ->
                buyers.put(number, new Buyer(5 - above(days, total[0]), 1 + above(orders, total[1]), total[2])));
        return buyers;
    }

    private static long[] tops(LongStream values) {
        long[] sorted = values.sorted().toArray();
        return LongStream.rangeClosed(1, 4)
                .map(i -> sorted[(int) Math.ceilDiv(i * sorted.length, 5L) - 1])
                .toArray();
    }

    private static int above(long[] tops, long value) {
        return (int) LongStream.of(tops).filter(top -> top < value).count();
    }
}
