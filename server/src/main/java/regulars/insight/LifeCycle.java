package regulars.insight;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Service;
import regulars.access.ActorNames;
import regulars.insight.LifeCycleStages.LifeCycleStage;
import regulars.insight.SchemeStore.Scheme;
import regulars.kernel.Actor;
import regulars.kernel.Ids;
import regulars.kernel.Money;
import regulars.segments.MemberMoney;
import regulars.segments.Rule;
import regulars.segments.Segments;

/** Where people are between the first look and the last order. Safe for use by several threads. */
@Service
class LifeCycle {
    static final String KIND = "lifecycle";
    private static final int DAYS_OF_REVENUE = 365;
    private static final int KEPT_IN_LIST = 50;

    private final SchemeStore store;
    private final InsightReader reader;
    private final Segments segments;
    private final MemberMoney money;
    private final ActorNames names;

    LifeCycle(SchemeStore store, InsightReader reader, Segments segments, MemberMoney money, ActorNames names) {
        this.store = store;
        this.reader = reader;
        this.segments = segments;
        this.money = money;
        this.names = names;
    }

    /** The stages in force with their people now. */
    LifeCycleView now() {
        var asOf = reader.now();
        var inForce = store.latest(KIND, LifeCycleStages.class);
        var stages = inForce.map(Scheme::thresholds).orElseGet(LifeCycleStages::usual);
        return view(stages, inForce.map(Scheme::id).orElse(null), asOf);
    }

    /** Those in force. */
    LifeCycleStages stages() {
        return store.latest(KIND, LifeCycleStages.class).map(Scheme::thresholds).orElseGet(LifeCycleStages::usual);
    }

    /** What other rules would give, kept nowhere. */
    LifeCycleView preview(LifeCycleStages wanted) {
        return view(wanted.checked(), null, reader.now());
    }

    /** Puts other rules in force; the ones before stay in the list. */
    LifeCycleView change(LifeCycleStages wanted, Actor actor) {
        var asOf = reader.now();
        var id = Ids.next(asOf);
        var view = view(wanted.checked(), id, asOf); // refuses what cannot be asked before it is kept
        int customers = view.stages().stream().mapToInt(StagePeople::customers).sum();
        store.add(id, KIND, new Scheme<>(id, SchemeMethod.BY_HAND, null, wanted, customers, asOf), actor.toString());
        return view;
    }

    /** Every set of rules there was, the newest first. */
    List<LifeCycleVersion> versions() {
        List<LifeCycleVersion> versions = new ArrayList<>();
        var kept = store.list(KIND, LifeCycleStages.class, KEPT_IN_LIST);
        var actors = store.actors(KIND);
        var called = names.of(Set.copyOf(actors.values()));
        for (var scheme : kept) {
            var id = Objects.requireNonNull(scheme.id());
            var by = called.get(actors.getOrDefault(id, ""));
            versions.add(new LifeCycleVersion(
                    id, scheme.asOf(), by, scheme.thresholds().stages()));
        }
        return versions;
    }

    private LifeCycleView view(LifeCycleStages stages, @Nullable UUID scheme, Instant asOf) {
        var totals = money.totals(reader.startOfDayAgo(DAYS_OF_REVENUE, asOf), asOf.plusNanos(1000));
        List<StagePeople> people = new ArrayList<>();
        var met = new RoaringBitmap();
        for (var stage : stages.stages()) {
            var mine = RoaringBitmap.andNot(segments.people(stage.rule(), asOf), met);
            met.or(mine);
            people.add(new StagePeople(
                    stage.code(),
                    stage.rule(),
                    mine.getCardinality(),
                    reader.money(totals.of(mine).revenue())));
        }
        return new LifeCycleView(scheme, asOf, people);
    }

    /**
     * @param scheme null while nobody has changed what is usual, and for a trial
     * @param stages in the order in which they are tried
     */
    record LifeCycleView(@Nullable UUID scheme, Instant asOf, List<StagePeople> stages) {}

    /**
     * @param rule asked of whoever met none of the rules before
     * @param revenue in the last 365 days
     */
    record StagePeople(String code, Rule rule, int customers, Money revenue) {}

    /** @param by null for whoever is gone without a trace */
    record LifeCycleVersion(UUID id, Instant asOf, @Nullable String by, List<LifeCycleStage> stages) {}
}
