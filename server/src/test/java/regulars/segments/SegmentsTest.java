package regulars.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static regulars.segments.CheckOperator.AT_LEAST;
import static regulars.segments.CheckOperator.IS;
import static schema.segments.Tables.DELTA;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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
import regulars.kernel.Fault;
import regulars.kernel.Sights;
import regulars.segments.Rule.FieldRule;
import regulars.segments.Rule.OrderWindow;
import regulars.segments.Rule.OrdersRule;
import regulars.warehouse.TestMirror;
import tools.jackson.databind.json.JsonMapper;

class SegmentsTest {
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    private static final Rule UKRAINIAN = new FieldRule(CustomerField.COUNTRY, ValueCheck.of(IS, "UA"));
    private static final Rule BOUGHT_LATELY =
            new OrdersRule(OrderMeasure.COUNT, ValueCheck.of(AT_LEAST, "1"), OrderWindow.lastDays(30), List.of(), null);

    private final TestPostgres postgres = new TestPostgres().create();
    private final DSLContext dsl = postgres.dsl();
    private final SettableClock clock = new SettableClock(NOON);
    private final TestMirror mirror = new TestMirror(postgres.dataSource(), clock);
    private final Shop shop = new Shop(dsl);
    private final List<SegmentUse.UsedBy> used = new ArrayList<>();
    private LiveSegments live;
    private Segments segments;
    private RulePreviews previews;
    private SegmentHistories histories;

    @BeforeEach
    void wire() {
        var organisations = TestOrganisations.in(dsl, ZoneId.of("Europe/Kyiv"), "USD");
        var engine =
                new RuleEngine(mirror.warehouse(), new CatalogueStore(dsl, RoomKinds.NONE, Cells.NONE), organisations);
        var store = new SegmentStore(dsl, JsonMapper.shared());
        var memberships = new MembershipStore(dsl);
        var historyStore = new SegmentHistoryStore(dsl);
        var evaluation = new SegmentEvaluation(store, memberships, engine, mirror.warehouse(), clock);
        var members = new Members(memberships, mirror.warehouse(), Sights.WHOLE);
        segments = new Segments(store, members, historyStore, engine, evaluation, List.of(id -> used), clock);
        live = new LiveSegments(
                store, memberships, new LiveStore(dsl, List.of()), evaluation, engine, mirror.warehouse(), clock);
        live.begin();
        previews = new RulePreviews(engine, mirror.warehouse(), organisations);
        histories = new SegmentHistories(historyStore, members, organisations, clock);
        shop.customer(1, "UA", NOON);
        shop.customer(2, "ua", NOON);
        shop.customer(2_000_000, "UA", NOON);
        shop.customer(4, "PL", NOON);
        mirror.catchUp();
    }

    @AfterEach
    void close() {
        mirror.close();
        postgres.close();
    }

    @Test
    void knowsItsMembersAsSoonAsItIsMade() {
        var id = segments.create(" Ukrainian ", UKRAINIAN, Actor.SYSTEM);

        assertThat(segments.members(id)).containsExactly(1, 2, 2_000_000);
        assertThat(segments.get(id).name()).isEqualTo("Ukrainian");
        assertThat(segments.get(id).rule()).isEqualTo(UKRAINIAN);
        assertThat(segments.get(id).membership()).isEqualTo(new SegmentSize(3, NOON, NOON, 3, 0));
        assertThat(segments.of(2_000_000)).containsExactly(id);
        assertThat(segments.of(4)).isEmpty();
    }

    @Test
    void followsWhatPeopleDo() {
        var id = segments.create("Bought lately", BOUGHT_LATELY, Actor.SYSTEM);
        live.step();

        shop.order(4, NOON.minus(Duration.ofDays(1)), 100);
        advance();

        live.step();

        assertThat(segments.members(id)).containsExactly(4);
        assertThat(causes(id)).containsExactly("created", "live");
    }

    @Test
    void followsTheCalendarThoughNobodyActs() {
        shop.order(4, NOON.minus(Duration.ofDays(30)), 100);
        mirror.catchUp();
        var id = segments.create("Bought lately", BOUGHT_LATELY, Actor.SYSTEM);
        live.step();
        assertThat(segments.members(id)).containsExactly(4);

        clock.set(Instant.parse("2026-11-01T22:00:00Z")); // midnight in Kyiv

        live.step();

        assertThat(segments.members(id)).isEmpty();
        assertThat(causes(id)).containsExactly("created", "time");
    }

    @Test
    void anEditMovesMembersByADeltaOfItsOwnAndItsMembersAreTheSumOfAllDeltas() {
        var id = segments.create("Some", UKRAINIAN, Actor.SYSTEM);

        var edited = segments.update(
                id,
                1,
                "Others",
                new FieldRule(CustomerField.COUNTRY, ValueCheck.of(CheckOperator.IN, "PL", "UA")),
                Actor.SYSTEM);
        segments.update(id, 2, "Others", new FieldRule(CustomerField.COUNTRY, ValueCheck.of(IS, "pl")), Actor.SYSTEM);

        assertThat(edited.version()).isEqualTo(2);
        assertThat(segments.members(id)).containsExactly(4);
        assertThat(causes(id)).containsExactly("created", "edited", "edited");
        assertThat(sumOfDeltas(id)).isEqualTo(segments.members(id));
        assertThat(histories.of(id).days())
                .singleElement()
                .isEqualTo(new SegmentDay(LocalDate.of(2026, 11, 1), 1, 4, 3));
    }

    @Test
    void refusesAnEditOfAnOlderVersion() {
        var id = segments.create("Some", UKRAINIAN, Actor.SYSTEM);
        segments.update(id, 1, "Some", BOUGHT_LATELY, Actor.SYSTEM);

        assertThatThrownBy(() -> segments.update(id, 1, "Mine", UKRAINIAN, Actor.SYSTEM))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(SegmentsFault.SEGMENT_CHANGED));

        assertThat(segments.get(id).name()).isEqualTo("Some");
        assertThat(segments.get(id).rule()).isEqualTo(BOUGHT_LATELY);
    }

    @Test
    void freezesWithWhatWasCommittedJustBefore() {
        var id = segments.create("Bought lately", BOUGHT_LATELY, Actor.SYSTEM);
        shop.order(1, NOON, 100);

        var audience = segments.freeze(id);

        assertThat(audience.customers()).containsExactly(1);
        assertThat(audience.asOf()).isEqualTo(NOON);
        assertThat(segments.members(id)).containsExactly(1);
    }

    @Test
    void keepsASegmentThatSomethingIsBuiltOn() {
        var id = segments.create("Some", UKRAINIAN, Actor.SYSTEM);
        used.add(new SegmentUse.UsedBy("campaign", UUID.randomUUID(), "Spring sale"));

        assertThatThrownBy(() -> segments.delete(id))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(SegmentsFault.SEGMENT_IN_USE));

        assertThat(segments.get(id).name()).isEqualTo("Some");
        used.clear();
        segments.delete(id);
        assertThatThrownBy(() -> segments.get(id)).isInstanceOf(Fault.class);
        assertThat(segments.list(null, null, 10)).isEmpty();
        assertThat(segments.of(1)).isEmpty();
    }

    @Test
    void bringsADeletedSegmentBackWithTheMembersOfToday() {
        var id = segments.create("Bought lately", BOUGHT_LATELY, Actor.SYSTEM);
        segments.delete(id);
        shop.order(1, NOON, 100);
        advance();

        var restored = segments.restore(id);

        assertThat(restored.membership()).extracting(SegmentSize::size).isEqualTo(1);
    }

    @Test
    void previewsTheTotalAndEachConditionOnItsOwn() {
        shop.order(1, NOON, 1500);
        mirror.catchUp();
        var rule = new Rule.AllRule(List.of(UKRAINIAN, new Rule.NotRule(BOUGHT_LATELY)));

        var preview = previews.count(rule, NOON);

        assertThat(preview.total()).isEqualTo(2);
        assertThat(preview.base()).isEqualTo(4);
        assertThat(preview.counts())
                .containsExactly(
                        new NodeCount("", 2), new NodeCount("0", 3), new NodeCount("1", 3), new NodeCount("1.0", 1));
    }

    @Test
    void saysWhyConditionByConditionWithTheValues() {
        shop.order(1, NOON, 1500);
        mirror.catchUp();
        var rule = new Rule.AnyRule(List.of(
                new FieldRule(CustomerField.COUNTRY, ValueCheck.of(IS, "PL")),
                new OrdersRule(
                        OrderMeasure.REVENUE, ValueCheck.of(AT_LEAST, "1000"), OrderWindow.EVER, List.of(), null),
                new OrdersRule(
                        OrderMeasure.LAST_DAY,
                        ValueCheck.of(AT_LEAST, "2026-01-01"),
                        OrderWindow.EVER,
                        List.of(),
                        null)));

        var why = previews.why(rule, NOON, 1);

        assertThat(why)
                .containsExactly(
                        new RuleAnswer("", true, null),
                        new RuleAnswer("0", false, "UA"),
                        new RuleAnswer("1", true, "1500"),
                        new RuleAnswer("2", true, "2026-11-01"));
    }

    @Test
    void refusesARuleThatNamesAFieldNobodyDefined() {
        var rule = new Rule.AttributeRule("shoe_size", ValueCheck.of(AT_LEAST, "40"));

        assertThatThrownBy(() -> segments.create("Big feet", rule, Actor.SYSTEM))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(SegmentsFault.RULE_ATTRIBUTE_UNKNOWN));

        assertThat(segments.list(null, null, 10)).isEmpty();
    }

    private void advance() {
        mirror.catchUp();
        live.mirrorAdvanced(mirror.told().getLast());
        clock.advance(Duration.ofSeconds(1));
    }

    private List<String> causes(UUID segment) {
        return dsl.select(DELTA.CAUSE)
                .from(DELTA)
                .where(DELTA.SEGMENT_ID.eq(segment))
                .orderBy(DELTA.VERSION)
                .fetch(DELTA.CAUSE);
    }

    private RoaringBitmap sumOfDeltas(UUID segment) {
        var sum = new RoaringBitmap();
        dsl.selectFrom(DELTA)
                .where(DELTA.SEGMENT_ID.eq(segment))
                .orderBy(DELTA.VERSION)
                .forEach(delta -> {
                    sum.or(MemberChunks.bitmap(delta.getEntered()));
                    sum.andNot(MemberChunks.bitmap(delta.getDeparted()));
                });
        return sum;
    }
}
