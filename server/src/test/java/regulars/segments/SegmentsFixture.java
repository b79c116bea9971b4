package regulars.segments;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import regulars.access.Organisations;
import regulars.kernel.Sights;
import regulars.warehouse.Warehouse;
import tools.jackson.databind.json.JsonMapper;

/** The room on a test's database and mirror, wired by hand; other rooms' tests use it too. */
public final class SegmentsFixture {
    private final DSLContext dsl;
    private final Warehouse warehouse;
    private final InstantSource clock;
    private final RuleEngine engine;
    private final SegmentStore store;
    private final SegmentEvaluation evaluation;

    public SegmentsFixture(DSLContext dsl, Warehouse warehouse, Organisations organisations, InstantSource clock) {
        this(dsl, warehouse, organisations, clock, Cells.NONE);
    }

    SegmentsFixture(
            DSLContext dsl, Warehouse warehouse, Organisations organisations, InstantSource clock, Cells cells) {
        this.dsl = dsl;
        this.warehouse = warehouse;
        this.clock = clock;
        this.engine = new RuleEngine(warehouse, new CatalogueStore(dsl, RoomKinds.NONE, cells), organisations);
        this.store = new SegmentStore(dsl, JsonMapper.shared());
        this.evaluation = new SegmentEvaluation(store, new MembershipStore(dsl), engine, warehouse, clock);
    }

    public Segments segments(SegmentUse... uses) {
        var histories = new SegmentHistoryStore(dsl);
        var members = new Members(new MembershipStore(dsl), warehouse, Sights.WHOLE);
        return new Segments(store, members, histories, engine, evaluation, List.of(uses), clock);
    }

    /** The numbers of the customers who meet a rule. */
    public Set<Integer> numbers(Rule rule, Instant asOf) {
        Set<Integer> numbers = new HashSet<>();
        engine.evaluate(rule, asOf).members().forEach((int number) -> numbers.add(number));
        return numbers;
    }

    public MemberMoney money() {
        return new MemberMoney(warehouse, new CatalogueStore(dsl, RoomKinds.NONE, Cells.NONE));
    }

    LiveSegments live(SegmentWatch... watches) {
        var live = new LiveSegments(
                store,
                new MembershipStore(dsl),
                new LiveStore(dsl, List.of(watches)),
                evaluation,
                engine,
                warehouse,
                clock);
        live.begin();
        return live;
    }

    SegmentStore store() {
        return store;
    }

    RuleEngine engine() {
        return engine;
    }
}
