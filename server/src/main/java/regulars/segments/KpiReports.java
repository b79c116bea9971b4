package regulars.segments;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Service;
import regulars.access.Organisations;
import regulars.segments.Passport.PlannedMonth;

/** Plan and fact of a segment by month. Facts are computed from members and orders each time, never typed in. */
@Service
class KpiReports {
    private static final int MONTHS_BACK = 11;
    /** The smallest step of time that is kept. */
    private static final Duration MOMENT = Duration.of(1, ChronoUnit.MICROS);

    private final Segments segments;
    private final SegmentHistoryStore histories;
    private final Members members;
    private final RuleEngine engine;
    private final MemberMoney money;
    private final Organisations organisations;
    private final InstantSource clock;

    KpiReports(
            Segments segments,
            SegmentHistoryStore histories,
            Members members,
            RuleEngine engine,
            MemberMoney money,
            Organisations organisations,
            InstantSource clock) {
        this.segments = segments;
        this.histories = histories;
        this.members = members;
        this.engine = engine;
        this.money = money;
        this.organisations = organisations;
        this.clock = clock;
    }

    /** The last twelve months, and those planned beyond them. */
    KpiReport of(UUID segment, SegmentKpi kpi, List<PlannedMonth> plan) {
        var now = clock.instant();
        var zone = organisations.get().zone();
        var current = now.atZone(zone).toLocalDate().withDayOfMonth(1);
        var past = past(current, zone, now);
        var people =
                people(segment, past.stream().map(month -> month.moment(kpi)).toList());
        List<KpiMonth> months = new ArrayList<>();
        for (int i = 0; i < past.size(); i++) {
            var month = past.get(i);
            months.add(new KpiMonth(
                    month.first(),
                    planned(plan, month.first()),
                    fact(kpi, month, people.get(i).members()),
                    people.get(i).byRule()));
        }
        plan.stream()
                .filter(one -> one.month().isAfter(current))
                .sorted((one, other) -> one.month().compareTo(other.month()))
                .forEach(one -> months.add(new KpiMonth(one.month(), one.value(), null, false)));
        return new KpiReport(kpi, months);
    }

    /** @param end not included */
    private record Month(LocalDate first, Instant start, Instant end) {
        /** Before which somebody had to be in the segment: what people do shows after they have come into it. */
        Instant moment(SegmentKpi kpi) {
            return kpi == SegmentKpi.MEMBERS ? end : start;
        }
    }

    private record People(RoaringBitmap members, boolean byRule) {}

    private static List<Month> past(LocalDate current, ZoneId zone, Instant now) {
        List<Month> months = new ArrayList<>();
        for (int back = MONTHS_BACK; back >= 0; back--) {
            var first = current.minusMonths(back);
            var end = first.plusMonths(1).atStartOfDay(zone).toInstant();
            var until = end.isAfter(now) ? now.plus(MOMENT) : end;
            months.add(new Month(first, first.atStartOfDay(zone).toInstant(), until));
        }
        return months;
    }

    /** Who was in it before each moment; before it was first evaluated, who met today's rule then. */
    private List<People> people(UUID segment, List<Instant> moments) {
        var rule = segments.get(segment).rule();
        var kept = histories.members(segment, moments);
        List<People> people = new ArrayList<>();
        for (int i = 0; i < moments.size(); i++) {
            var known = kept.get(i);
            var found = known != null
                    ? known
                    : engine.evaluate(rule, moments.get(i).minus(MOMENT)).members();
            people.add(new People(members.seen(found), known == null));
        }
        return people;
    }

    private @Nullable Long fact(SegmentKpi kpi, Month month, RoaringBitmap people) {
        if (kpi == SegmentKpi.MEMBERS) return people.getLongCardinality();
        var totals = money.totals(month.start(), month.end()).of(people);
        return switch (kpi) {
            case MEMBERS -> people.getLongCardinality();
            case BUYERS -> totals.buyers();
            case ORDERS -> totals.orders();
            case REVENUE -> totals.revenue();
            case AVERAGE_CHECK -> totals.orders() == 0 ? null : Math.floorDiv(totals.revenue(), totals.orders());
        };
    }

    private static @Nullable Long planned(List<PlannedMonth> plan, LocalDate month) {
        return plan.stream()
                .filter(one -> one.month().equals(month))
                .map(PlannedMonth::value)
                .findFirst()
                .orElse(null);
    }

    /** @param months oldest first */
    record KpiReport(SegmentKpi kpi, List<KpiMonth> months) {}

    /**
     * @param month its first day
     * @param planned null where nothing is planned
     * @param fact up to now in the month that runs; null in the future and where it is unknown
     * @param byRule the segment was not kept yet then: the people are those who met today's rule
     */
    record KpiMonth(
            LocalDate month,
            @Nullable Long planned,
            @Nullable Long fact,
            boolean byRule) {}
}
