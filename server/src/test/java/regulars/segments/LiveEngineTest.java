package regulars.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static regulars.segments.CheckOperator.AT_LEAST;
import static regulars.segments.CheckOperator.IS;
import static schema.customers.Tables.CUSTOMER;
import static schema.segments.Tables.DELTA;
import static schema.segments.Tables.MEMBER_CHUNK;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;
import regulars.SettableClock;
import regulars.TestPostgres;
import regulars.access.TestOrganisations;
import regulars.kernel.Actor;
import regulars.segments.Rule.NotRule;
import regulars.segments.Rule.OrderWindow;
import regulars.segments.Rule.OrdersRule;
import regulars.warehouse.TestMirror;

/** What the live engine looks at, whom it tells, and how it checks itself. */
class LiveEngineTest {
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    private static final int PEOPLE = 60;
    private static final Rule BOUGHT_LATELY =
            new OrdersRule(OrderMeasure.COUNT, ValueCheck.of(AT_LEAST, "1"), OrderWindow.lastDays(30), List.of(), null);

    private final TestPostgres postgres = new TestPostgres().create();
    private final DSLContext dsl = postgres.dsl();
    private final SettableClock clock = new SettableClock(NOON);
    private final TestMirror mirror = new TestMirror(postgres.dataSource(), clock);
    private final Shop shop = new Shop(dsl);
    private final List<SegmentMoved> moves = new ArrayList<>();
    private final SegmentsFixture fixture = new SegmentsFixture(
            dsl, mirror.warehouse(), TestOrganisations.in(dsl, ZoneId.of("Europe/Kyiv"), "USD"), clock);
    private final Segments segments = fixture.segments();
    private final MembershipStore memberships = new MembershipStore(dsl);
    private UUID watched = new UUID(0, 0);
    private LiveSegments live = fixture.live();
    private int told;

    @BeforeEach
    void people() {
        for (int number = 1; number <= PEOPLE; number++) shop.customer(number, "UA", NOON.minus(Duration.ofDays(900)));
        for (int number = 1; number <= PEOPLE; number++) shop.order(number, NOON.minus(Duration.ofDays(number)), 100);
        mirror.catchUp();
    }

    @AfterEach
    void close() {
        mirror.close();
        postgres.close();
    }

    @Test
    void tellsWhoWatchesOfWhatPeopleAndTimeDoAndOfNothingElse() {
        live = fixture.live(watch());
        watched = segments.create("Bought lately", BOUGHT_LATELY, Actor.SYSTEM);
        segments.create("Nobody watches", new NotRule(BOUGHT_LATELY), Actor.SYSTEM);
        follow();
        assertThat(moves).isEmpty();

        shop.order(50, NOON, 100);
        follow();
        clock.advance(Duration.ofDays(1));
        follow();
        segments.update(watched, 1, "Bought lately", new NotRule(BOUGHT_LATELY), Actor.SYSTEM);
        follow();

        assertThat(moves)
                .containsExactly(
                        new SegmentMoved(watched, false, NOON, RoaringBitmap.bitmapOf(50), new RoaringBitmap()),
                        new SegmentMoved(
                                watched,
                                true,
                                NOON.plus(Duration.ofDays(1)),
                                new RoaringBitmap(),
                                RoaringBitmap.bitmapOf(30)));
        assertThat(causes(watched)).containsExactly("created", "live", "time", "edited");
    }

    @Test
    void timeLooksAtNobodyWithoutAFactThatPassesAnEdge() {
        segments.create("Bought lately", BOUGHT_LATELY, Actor.SYSTEM);
        var gone = new OrdersRule(
                OrderMeasure.DAYS_SINCE_LAST, ValueCheck.of(AT_LEAST, "45"), OrderWindow.EVER, List.of(), null);
        var id = segments.create("Gone", gone, Actor.SYSTEM);
        segments.create(
                "In the country", new Rule.FieldRule(CustomerField.COUNTRY, ValueCheck.of(IS, "UA")), Actor.SYSTEM);
        follow();
        long whole = live.figures().whole();
        long crossed = 0;
        for (int day = 1; day <= 6; day++) {
            clock.advance(Duration.ofHours(12));
            follow(); // nothing passes an edge by noon's being midnight
            clock.advance(Duration.ofHours(12));
            follow();
            crossed += 2; // who bought 30 days ago leaves the one, who bought 45 days ago enters the other
        }

        assertThat(live.figures().moved()).isPositive().isLessThanOrEqualTo(2 * crossed);
        assertThat(live.figures().whole())
                .as("nothing is evaluated as a whole by time")
                .isEqualTo(whole);
        assertThat(memberships.members(id).getCardinality()).isEqualTo(PEOPLE - 45 + 1 + 6);
    }

    @Test
    void findsAFlippedBitNamesItAndMendsIt() {
        var id = segments.create("Bought lately", BOUGHT_LATELY, Actor.SYSTEM);
        segments.create("Not lately", new NotRule(BOUGHT_LATELY), Actor.SYSTEM);
        follow();
        assertThat(live.check().orElseThrow().differences()).isZero();
        var right = memberships.members(id);
        var wrong = right.clone();
        wrong.flip(17L, 18L);
        dsl.update(MEMBER_CHUNK)
                .set(MEMBER_CHUNK.MEMBERS, MemberChunks.bytes(wrong))
                .where(MEMBER_CHUNK.SEGMENT_ID.eq(id))
                .execute();

        var report = live.check().orElseThrow();

        assertThat(report.segments()).isEqualTo(2);
        assertThat(report.differences()).isEqualTo(1);
        assertThat(report.details()).containsExactly(new SelfCheckReport.Difference(id, 1, List.of(17)));
        assertThat(memberships.members(id)).isEqualTo(right);
        assertThat(live.check().orElseThrow().differences()).isZero();
    }

    @Test
    void checksWhatTheMirrorHasJustBroughtAtTheSameMoment() {
        var id = segments.create("Bought lately", BOUGHT_LATELY, Actor.SYSTEM);
        follow();
        shop.order(40, NOON, 100);
        dsl.update(CUSTOMER)
                .set(CUSTOMER.STATE, "merged")
                .where(CUSTOMER.NUMBER.eq(2))
                .execute();
        tell();
        clock.advance(Duration.ofDays(1));

        var report = live.check().orElseThrow();

        assertThat(report.differences()).isZero();
        assertThat(memberships.members(id).contains(40)).isTrue();
        assertThat(memberships.members(id).contains(2)).isFalse();
        assertThat(memberships.members(id).contains(30)).isFalse();
    }

    private SegmentWatch watch() {
        return new SegmentWatch() {
            @Override
            public boolean watches(UUID segment) {
                return segment.equals(watched);
            }

            @Override
            public void moved(SegmentMoved move) {
                moves.add(move);
            }
        };
    }

    private void follow() {
        tell();
        live.step();
        live.step();
    }

    private void tell() {
        mirror.catchUp();
        var all = List.copyOf(mirror.told());
        all.subList(told, all.size()).forEach(live::mirrorAdvanced);
        told = all.size();
    }

    private List<String> causes(UUID segment) {
        return dsl.select(DELTA.CAUSE)
                .from(DELTA)
                .where(DELTA.SEGMENT_ID.eq(segment))
                .orderBy(DELTA.VERSION)
                .fetch(DELTA.CAUSE);
    }
}
