package regulars.segments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;
import regulars.SettableClock;
import regulars.TestPostgres;
import regulars.access.TestOrganisations;
import regulars.kernel.Actor;
import regulars.kernel.Sights;
import regulars.segments.KpiReports.KpiMonth;
import regulars.segments.KpiReports.KpiReport;
import regulars.segments.Passport.PlannedMonth;
import regulars.segments.Rule.OrderWindow;
import regulars.segments.Rule.OrdersRule;
import regulars.warehouse.TestMirror;
import regulars.warehouse.Watermark;

class KpiReportsTest {
    private static final Instant NOON = Instant.parse("2026-11-10T12:00:00Z");
    private static final OrdersRule BOUGHT = new OrdersRule(
            OrderMeasure.COUNT, ValueCheck.of(CheckOperator.AT_LEAST, "1"), OrderWindow.EVER, List.of(), null);

    private final TestPostgres postgres = new TestPostgres().create();
    private final DSLContext dsl = postgres.dsl();
    private final SettableClock clock = new SettableClock(NOON);
    private final TestMirror mirror = new TestMirror(postgres.dataSource(), clock);
    private final MembershipStore memberships = new MembershipStore(dsl);

    @AfterEach
    void close() {
        mirror.close();
        postgres.close();
    }

    /** A month is Kyiv's, and clocks change in October; its buyers are of those who were in the segment as it began. */
    @Test
    void computesEachMonthFromItsOwnPeopleAndOrders() {
        var shop = new Shop(dsl);
        for (int person = 1; person <= 3; person++) shop.customer(person, "Malta", NOON);
        shop.order(1, Instant.parse("2026-09-10T12:00:00Z"), 1_000);
        shop.order(1, Instant.parse("2026-09-30T21:00:00Z"), 501);
        shop.order(2, Instant.parse("2026-09-30T21:00:00Z"), 70);
        shop.order(2, Instant.parse("2026-10-20T12:00:00Z"), 900, "cancelled");
        shop.order(1, Instant.parse("2026-10-31T21:59:59Z"), 300);
        shop.order(1, Instant.parse("2026-10-31T22:00:00Z"), 9);
        shop.order(2, Instant.parse("2026-11-05T12:00:00Z"), 40);
        shop.order(3, Instant.parse("2026-11-06T12:00:00Z"), 7);
        mirror.catchUp();
        var organisations = TestOrganisations.in(dsl, ZoneId.of("Europe/Kyiv"), "USD");
        var fixture = new SegmentsFixture(dsl, mirror.warehouse(), organisations, clock);
        var segments = fixture.segments();
        var members = new Members(memberships, mirror.warehouse(), Sights.WHOLE);
        var money = new MemberMoney(mirror.warehouse(), new CatalogueStore(dsl, RoomKinds.NONE, Cells.NONE));
        var histories = new SegmentHistoryStore(dsl);
        var reports = new KpiReports(segments, histories, members, fixture.engine(), money, organisations, clock);

        clock.set(Instant.parse("2026-10-15T12:00:00Z"));
        var id = segments.create("Bought", BOUGHT, Actor.SYSTEM);
        become(id, 2); // by hand, so that history tells itself apart from the rule
        clock.set(NOON);
        become(id, 2, 3);
        var plan = List.of(new PlannedMonth(day("2026-12-01"), 9), new PlannedMonth(day("2026-10-01"), 5));

        assertThat(lastThree(reports.of(id, SegmentKpi.MEMBERS, plan)))
                .containsExactly(
                        new KpiMonth(day("2026-10-01"), 5L, 1L, false),
                        new KpiMonth(day("2026-11-01"), null, 2L, false),
                        new KpiMonth(day("2026-12-01"), 9L, null, false));
        assertThat(facts(reports.of(id, SegmentKpi.MEMBERS, List.of()))).endsWith(0L, 1L, 1L, 2L);
        assertThat(facts(reports.of(id, SegmentKpi.REVENUE, List.of()))).endsWith(0L, 0L, 801L, 40L);
        assertThat(facts(reports.of(id, SegmentKpi.ORDERS, List.of()))).endsWith(0L, 0L, 2L, 1L);
        assertThat(facts(reports.of(id, SegmentKpi.BUYERS, List.of()))).endsWith(0L, 0L, 1L, 1L);
        assertThat(facts(reports.of(id, SegmentKpi.AVERAGE_CHECK, List.of()))).endsWith(null, null, 400L, 40L);
        assertThat(reports.of(id, SegmentKpi.MEMBERS, List.of()).months())
                .extracting(KpiMonth::byRule)
                .hasSize(12)
                .endsWith(true, true, false, false);
    }

    private static List<Long> facts(KpiReport report) {
        return report.months().stream().map(KpiMonth::fact).toList();
    }

    private static List<KpiMonth> lastThree(KpiReport report) {
        return report.months()
                .subList(report.months().size() - 3, report.months().size());
    }

    private void become(UUID segment, int... people) {
        var evaluated = new Evaluated(RoaringBitmap.bitmapOf(people), clock.instant(), new Watermark("1", NOON), 1);
        memberships.apply(segment, 1, evaluated, DeltaCause.LIVE);
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
