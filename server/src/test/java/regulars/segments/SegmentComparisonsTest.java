package regulars.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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
import regulars.kernel.Fault;
import regulars.kernel.Sights;
import regulars.segments.Rule.FieldRule;
import regulars.segments.SegmentComparisons.ComparedSegment;
import regulars.segments.SegmentComparisons.FlowMove;
import regulars.segments.SegmentComparisons.OverlapRegion;
import regulars.warehouse.TestMirror;
import regulars.warehouse.Watermark;
import tools.jackson.databind.json.JsonMapper;

class SegmentComparisonsTest {
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    private static final LocalDate FIRST = LocalDate.parse("2026-11-01");

    private final TestPostgres postgres = new TestPostgres().create();
    private final DSLContext dsl = postgres.dsl();
    private final SettableClock clock = new SettableClock(NOON);
    private final TestMirror mirror = new TestMirror(postgres.dataSource(), clock);
    private final MembershipStore memberships = new MembershipStore(dsl);
    private Segments segments;
    private SegmentComparisons comparisons;

    @BeforeEach
    void wire() {
        var organisations = TestOrganisations.in(dsl, ZoneId.of("Europe/Kyiv"), "USD");
        var engine =
                new RuleEngine(mirror.warehouse(), new CatalogueStore(dsl, RoomKinds.NONE, Cells.NONE), organisations);
        var store = new SegmentStore(dsl, JsonMapper.shared());
        var evaluation = new SegmentEvaluation(store, memberships, engine, mirror.warehouse(), clock);
        var members = new Members(memberships, mirror.warehouse(), Sights.WHOLE);
        segments = new Segments(store, members, new SegmentHistoryStore(dsl), engine, evaluation, List.of(), clock);
        comparisons = new SegmentComparisons(segments, members, organisations, clock);
        mirror.catchUp();
    }

    @AfterEach
    void close() {
        mirror.close();
        postgres.close();
    }

    @Test
    void countsEachCombinationOfSegmentsOnce() {
        var a = with("A", 1, 2, 3, 4, 2_000_000);
        var b = with("B", 3, 4, 5);
        var c = with("C", 4);

        var overlap = comparisons.overlap(List.of(a, b, c));

        assertThat(overlap.any()).isEqualTo(6);
        assertThat(overlap.segments()).extracting(ComparedSegment::customers).containsExactly(5, 3, 1);
        assertThat(overlap.regions())
                .containsExactlyInAnyOrder(
                        new OverlapRegion(List.of(a), 3),
                        new OverlapRegion(List.of(a, b), 1),
                        new OverlapRegion(List.of(b), 1),
                        new OverlapRegion(List.of(a, b, c), 1));
        assertThat(overlap.regions().getFirst().in()).containsExactly(a);
    }

    /** Every person of any segment is in exactly one region, whatever the segments are. */
    @Test
    void regionsAddUpToEverybody() {
        var random = new Random(5);
        List<UUID> ids = new ArrayList<>();
        var anybody = new RoaringBitmap();
        for (int i = 0; i < 9; i++) {
            int[] people = random.ints(400, 1, 1_500_000).distinct().toArray();
            ids.add(with("S" + i, people));
            anybody.add(people);
        }

        var overlap = comparisons.overlap(ids);

        assertThat(overlap.regions().stream().mapToInt(OverlapRegion::customers).sum())
                .isEqualTo(anybody.getCardinality())
                .isEqualTo(overlap.any());
        for (var segment : overlap.segments()) {
            assertThat(overlap.regions().stream()
                            .filter(region -> region.in().contains(segment.id()))
                            .mapToInt(OverlapRegion::customers)
                            .sum())
                    .isEqualTo(segment.customers());
        }
    }

    @Test
    void tellsWhoMovedFromWhereToWhere() {
        var fresh = with("Fresh", 1, 2, 3);
        var loyal = with("Loyal", 4);
        clock.set(NOON.plusSeconds(5 * 86_400));
        become(fresh, 3, 5);
        become(loyal, 1, 4);

        var flow = comparisons.flow(List.of(fresh, loyal), FIRST, FIRST.plusDays(5));

        assertThat(flow.before()).containsExactly(new ComparedSegment(fresh, 3), new ComparedSegment(loyal, 1));
        assertThat(flow.after()).containsExactly(new ComparedSegment(fresh, 2), new ComparedSegment(loyal, 2));
        assertThat(flow.moves())
                .containsExactlyInAnyOrder(
                        new FlowMove(fresh, fresh, 1),
                        new FlowMove(fresh, loyal, 1),
                        new FlowMove(fresh, null, 1),
                        new FlowMove(loyal, loyal, 1),
                        new FlowMove(null, fresh, 1));
        assertThat(comparisons.flow(List.of(fresh), FIRST.minusDays(1), FIRST).moves())
                .containsExactly(new FlowMove(null, fresh, 3));
    }

    @Test
    void refusesWhatCannotBeCompared() {
        var one = with("One", 1);

        assertThatThrownBy(() -> comparisons.overlap(List.of()))
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> assertThat(fault.code()).isEqualTo(SegmentsFault.SEGMENTS_TO_COMPARE_INVALID));
        assertThatThrownBy(() -> comparisons.overlap(List.of(one, one))).isInstanceOf(Fault.class);
        assertThatThrownBy(() -> comparisons.flow(List.of(one), FIRST, FIRST.minusDays(1)))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(SegmentsFault.FLOW_DAYS_INVALID));
    }

    /** A segment whose members are given. */
    private UUID with(String name, int... people) {
        var id = segments.create(
                name, new FieldRule(CustomerField.CITY, ValueCheck.of(CheckOperator.IS, name)), Actor.SYSTEM);
        become(id, people);
        return id;
    }

    private void become(UUID segment, int... people) {
        var evaluated = new Evaluated(RoaringBitmap.bitmapOf(people), clock.instant(), new Watermark("1", NOON), 1);
        memberships.apply(segment, 1, evaluated, DeltaCause.LIVE);
    }
}
