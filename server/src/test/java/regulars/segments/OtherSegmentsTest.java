package regulars.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static regulars.segments.CheckOperator.AT_LEAST;
import static regulars.segments.CheckOperator.IS;
import static schema.collect.Tables.EVENT;
import static schema.segments.Tables.SEGMENT;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import regulars.SettableClock;
import regulars.TestPostgres;
import regulars.access.TestOrganisations;
import regulars.kernel.Actor;
import regulars.kernel.Fault;
import regulars.segments.Rule.AllRule;
import regulars.segments.Rule.EventFilter;
import regulars.segments.Rule.EventsRule;
import regulars.segments.Rule.FieldRule;
import regulars.segments.Rule.NotRule;
import regulars.segments.Rule.OrderWindow;
import regulars.segments.Rule.PropertyTest;
import regulars.segments.Rule.SegmentRule;
import regulars.warehouse.TestMirror;
import tools.jackson.databind.json.JsonMapper;

class OtherSegmentsTest {
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    private static final Rule UKRAINIAN = new FieldRule(CustomerField.COUNTRY, ValueCheck.of(IS, "UA"));
    private static final Rule POLISH = new FieldRule(CustomerField.COUNTRY, ValueCheck.of(IS, "PL"));

    private final TestPostgres postgres = new TestPostgres().create();
    private final DSLContext dsl = postgres.dsl();
    private final SettableClock clock = new SettableClock(NOON);
    private final TestMirror mirror = new TestMirror(postgres.dataSource(), clock);
    private final Shop shop = new Shop(dsl);
    private SegmentsFixture fixture;
    private Segments segments;

    @BeforeEach
    void wire() {
        var organisations = TestOrganisations.in(dsl, ZoneId.of("Europe/Kyiv"), "USD");
        fixture = new SegmentsFixture(dsl, mirror.warehouse(), organisations, clock);
        var store = new SegmentStore(dsl, JsonMapper.shared());
        segments = fixture.segments(new SegmentsInRules(store, new CustomerViewStore(dsl, JsonMapper.shared())));
        shop.customer(1, "UA", NOON);
        shop.customer(2, "PL", NOON);
        shop.customer(3, "DE", NOON);
        mirror.catchUp();
    }

    @AfterEach
    void close() {
        mirror.close();
        postgres.close();
    }

    @Test
    void anEditMovesTheMembersOfThoseThatAskAboutIt() {
        var inner = create("Home", UKRAINIAN);
        var outer = create("Abroad", new SegmentRule(inner, false));
        assertThat(segments.members(outer)).containsExactly(2, 3);

        segments.update(inner, 1, "Home", POLISH, Actor.SYSTEM);

        assertThat(segments.members(outer)).containsExactly(1, 3);
    }

    @Test
    void refusesACycleAndNamesTheWayRound() {
        var first = create("First", UKRAINIAN);
        var second = create("Second", new AllRule(List.of(POLISH, new SegmentRule(first, true))));
        var back = new NotRule(new SegmentRule(second, true));

        assertThatThrownBy(() -> segments.update(first, 1, "First", back, Actor.SYSTEM))
                .isInstanceOfSatisfying(Fault.class, fault -> {
                    assertThat(fault.code()).isEqualTo(SegmentsFault.RULE_SEGMENT_CYCLE);
                    assertThat(fault).hasMessageContaining("First → Second → First");
                });
        assertThat(segments.get(first).rule()).isEqualTo(UKRAINIAN);
    }

    @Test
    void isNotDeletedWhileAnotherAsksAboutIt() {
        var inner = create("Home", UKRAINIAN);
        var outer = create("Abroad", new SegmentRule(inner, false));

        assertThatThrownBy(() -> segments.delete(inner))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(SegmentsFault.SEGMENT_IN_USE));
        segments.delete(outer);
        segments.delete(inner);

        assertThatThrownBy(() -> create("Orphan", new NotRule(new SegmentRule(inner, true))))
                .isInstanceOfSatisfying(Fault.class, fault -> {
                    assertThat(fault.code()).isEqualTo(SegmentsFault.RULE_SEGMENT_UNKNOWN);
                    assertThat(fault.params().get("field")).isEqualTo("rule.rule.segment");
                });
    }

    @Test
    void keepsTheOthersGoingWhenOneAsksAboutASegmentThatIsGone() {
        var inner = create("Home", UKRAINIAN);
        var outer = create("Abroad", new SegmentRule(inner, false));
        var healthy = create("Polish", POLISH);
        dsl.update(SEGMENT)
                .set(SEGMENT.DELETED_AT, NOON)
                .where(SEGMENT.ID.eq(inner))
                .execute();
        shop.customer(4, "PL", NOON);
        mirror.catchUp();

        fixture.live().step();

        assertThat(segments.members(healthy)).containsExactly(2, 4);
        assertThat(segments.members(outer)).containsExactly(2, 3);
    }

    @Test
    void asksAboutEventsOnceTheyAreCommitted() {
        dsl.query("select collect.ensure_event_month({0})", org.jooq.impl.DSL.val(NOON))
                .execute();
        event(1, "{\"price\": 12.5}");
        event(1, "{\"price\": \"12.5\"}");
        event(2, "{\"price\": 3}");
        mirror.catchUp();
        var dear = new PropertyTest("price", ValueType.NUMBER, ValueCheck.of(AT_LEAST, "10"));
        var rule = new EventsRule(
                new EventFilter("page_view", List.of(dear)),
                EventMeasure.COUNT,
                null,
                ValueCheck.of(IS, "1"),
                OrderWindow.lastDays(1));

        assertThat(fixture.numbers(rule, NOON)).containsExactly(1);
    }

    private void event(long subject, String properties) {
        dsl.insertInto(EVENT)
                .set(EVENT.ID, UUID.randomUUID())
                .set(EVENT.RECEIVED_AT, NOON)
                .set(EVENT.OCCURRED_AT, NOON)
                .set(EVENT.TYPE, "page_view")
                .set(EVENT.SUBJECT_NUMBER, subject)
                .set(EVENT.SOURCE, "web")
                .set(EVENT.PROPERTIES, JSONB.valueOf(properties))
                .execute();
    }

    private UUID create(String name, Rule rule) {
        return segments.create(name, rule, Actor.SYSTEM);
    }
}
