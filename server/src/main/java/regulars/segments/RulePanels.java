package regulars.segments;

import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import regulars.access.CurrentActor;
import regulars.access.Organisations;
import regulars.kernel.Permission;
import regulars.segments.PanelPart.ChannelReach;
import regulars.segments.PanelPart.MonthSize;
import regulars.segments.PanelPart.PanelMonths;
import regulars.segments.PanelPart.PanelReach;
import regulars.segments.PanelPart.PanelSample;
import regulars.warehouse.Stop;
import regulars.warehouse.Warehouse;

/** All that there is to know of a rule's people, part by part, the total first; nothing of it is estimated. */
@Service
class RulePanels {
    private static final int SAMPLE = 20;
    private static final int MONTHS = 12;
    private static final String PURPOSE = "marketing";

    private final RuleEngine engine;
    private final RulePeople people;
    private final RuleSight sight;
    private final Warehouse warehouse;
    private final Organisations organisations;
    private final CurrentActor actor;

    RulePanels(
            RuleEngine engine,
            RulePeople people,
            RuleSight sight,
            Warehouse warehouse,
            Organisations organisations,
            CurrentActor actor) {
        this.engine = engine;
        this.people = people;
        this.sight = sight;
        this.warehouse = warehouse;
        this.organisations = organisations;
        this.actor = actor;
    }

    /** A rule that can be run, with the moment to answer for. */
    record Asked(Rule rule, Instant asOf, Program program) {}

    /** Refuses a rule that cannot be run, before anything is told. */
    Asked asked(Rule rule, Instant asOf) {
        return new Asked(rule, asOf, engine.checked(rule, asOf));
    }

    /** Tells the parts one after another, all of one state of the mirror; who they are only to those who may see people. */
    void tell(Asked asked, Stop stop, Consumer<PanelPart> listener) {
        var context = engine.context(asked.asOf());
        var parts = warehouse.read(stop, mirror -> {
            var figures = PanelStore.of(mirror, asked.program(), context);
            var counted = figures.counted(asked.rule());
            listener.accept(counted.total());
            listener.accept(counted.counts());
            listener.accept(counted.waterfall());
            if (actor.may(Permission.CUSTOMERS_READ)) {
                listener.accept(reach(mirror, figures.people(), asked.asOf()));
                listener.accept(figures.money(organisations.get().currency()));
                listener.accept(new PanelSample(
                        asked.asOf(), people.members(figures.people().sample(SAMPLE))));
            }
            return months(mirror, asked);
        });
        listener.accept(parts);
    }

    private PanelReach reach(DSLContext mirror, KeptPeopleStore members, Instant asOf) {
        var hidden = sight.hiddenConditions();
        List<ChannelReach> reached = new ArrayList<>();
        for (var channel : ReachChannel.values()) {
            if (hidden.contains(channel.contact().name())) continue;
            var program = engine.checked(new Rule.ReachableRule(channel, PURPOSE), asOf);
            var row = mirror.fetchSingle(program.counts(Scope.among(members.members())));
            reached.add(new ChannelReach(channel.code(), PURPOSE, row.get(0, Integer.class)));
        }
        return new PanelReach(asOf, reached);
    }

    /** Each month is asked as it was at its last moment. */
    private PanelMonths months(DSLContext mirror, Asked asked) {
        var context = engine.context(asked.asOf());
        var current = YearMonth.from(context.today());
        List<MonthSize> months = new ArrayList<>();
        for (int back = MONTHS; back > 0; back--) {
            var month = current.minusMonths(back);
            var end = context.startOf(month.plusMonths(1).atDay(1)).minus(1, ChronoUnit.MICROS);
            var program = engine.checked(asked.rule(), end);
            int size = mirror.fetchCount(program.members(Scope.WHOLE_BASE));
            months.add(new MonthSize(month.atDay(1), end, size));
        }
        var known = PastKnowledge.knownToday(asked.rule(), context.catalogue());
        return new PanelMonths(asked.asOf(), months, known);
    }
}
