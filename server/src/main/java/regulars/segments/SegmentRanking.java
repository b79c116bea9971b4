package regulars.segments;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import regulars.access.Organisations;
import regulars.kernel.Money;
import regulars.segments.SegmentStore.Stored;

/** Which segments are worth most and which grow: exact, from members and orders, in the caller's sight. */
@Service
class SegmentRanking {
    private static final int DAYS_OF_REVENUE = 365;
    private static final int WEEKS = 13;
    private static final int MOST = 500;

    private final SegmentStore store;
    private final SegmentHistories histories;
    private final Members members;
    private final PassportStore passports;
    private final MemberMoney money;
    private final RuleSight sight;
    private final Organisations organisations;

    SegmentRanking(
            SegmentStore store,
            SegmentHistories histories,
            Members members,
            PassportStore passports,
            MemberMoney money,
            RuleSight sight,
            Organisations organisations) {
        this.store = store;
        this.histories = histories;
        this.members = members;
        this.passports = passports;
        this.money = money;
        this.sight = sight;
        this.organisations = organisations;
    }

    /** The most revenue first. */
    List<RankedSegment> all() {
        var segments = store.page(null, null, MOST).stream()
                .filter(segment -> sight.admits(segment.rule()))
                .toList();
        var ids = segments.stream().map(Stored::id).toList();
        var totals = money.totals(histories.daysAgo(DAYS_OF_REVENUE), histories.daysAgo(-1));
        var said = passports.of(ids);
        var past = new Past(ids);
        List<RankedSegment> ranked = new ArrayList<>();
        for (var segment : segments) {
            var people = members.of(segment.id());
            var sums = totals.of(people);
            var passport = said.getOrDefault(segment.id(), Passport.EMPTY);
            ranked.add(new RankedSegment(
                    segment.id(),
                    segment.name(),
                    passport.goal(),
                    passport.priority(),
                    people.getCardinality(),
                    new Money(sums.revenue(), organisations.get().currency()),
                    first(past.monthAgo, segment.id()),
                    first(past.quarterAgo, segment.id()),
                    past.weekly.getOrDefault(segment.id(), List.of())));
        }
        ranked.sort((one, other) ->
                Long.compare(other.revenue().minor(), one.revenue().minor()));
        return ranked;
    }

    private static @Nullable Integer first(Map<UUID, List<Integer>> sizes, UUID segment) {
        var found = sizes.get(segment);
        return found == null ? null : found.getFirst();
    }

    /** Sizes at the ends of days; nothing for whoever may not know them. */
    private final class Past {
        private final Map<UUID, List<Integer>> monthAgo;
        private final Map<UUID, List<Integer>> quarterAgo;
        private final Map<UUID, List<Integer>> weekly;

        Past(List<UUID> ids) {
            monthAgo = histories.sizes(ids, List.of(histories.daysAgo(29)));
            quarterAgo = histories.sizes(ids, List.of(histories.daysAgo(89)));
            List<Instant> ends = new ArrayList<>();
            for (int week = WEEKS - 1; week >= 0; week--) ends.add(histories.daysAgo(7L * week - 1));
            weekly = histories.sizes(ids, ends);
        }
    }

    /**
     * @param revenue of its members in the last 365 days, today included
     * @param monthAgo its size at the end of the day 30 days ago; null where it was not kept yet or is not for the caller
     * @param quarterAgo likewise 90 days ago
     * @param weeks its sizes at the ends of the last thirteen weeks, as far as it was kept, oldest first
     */
    record RankedSegment(
            UUID id,
            String name,
            @Nullable SegmentGoal goal,
            @Nullable SegmentPriority priority,
            int customers,
            Money revenue,
            @Nullable Integer monthAgo,
            @Nullable Integer quarterAgo,
            List<Integer> weeks) {}
}
