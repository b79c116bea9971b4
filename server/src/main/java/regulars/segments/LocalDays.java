package regulars.segments;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import schema.customers.tables.Customer;

/**
 * Which day it is for each customer: in their own zone where it is known, else in the organisation's. At one moment the
 * whole earth has three days at most, so a condition is compiled for each of them, and only the zones whose day is not
 * the organisation's are listed. The rules of zones are Java's; the mirror's are not asked.
 */
final class LocalDays implements Source, Days {
    private static final Customer PEOPLE = schema.customers.Tables.CUSTOMER;
    private static final String ALIAS = "local_days";
    private static final Field<String> ZONE = field(name(ALIAS, "zone"), SQLDataType.CLOB);
    private static final Field<Integer> AHEAD = coalesce(field(name(ALIAS, "ahead"), SQLDataType.INTEGER), inline(0));

    private final LocalDate today;
    private final Map<Integer, List<String>> elsewhere;
    private boolean asked;

    LocalDays(RuleContext context) {
        this.today = context.today();
        this.elsewhere = ZoneId.getAvailableZoneIds().stream()
                .collect(groupingBy(zone -> ahead(zone, context), TreeMap::new, toList()));
        elsewhere.remove(0);
    }

    boolean asked() {
        return asked;
    }

    /** For each customer their own. */
    @Override
    public Condition perDay(Function<LocalDate, Condition> condition) {
        asked = true;
        List<Condition> days = new ArrayList<>(List.of(AHEAD.eq(0).and(condition.apply(today))));
        elsewhere.keySet().forEach(ahead -> days.add(AHEAD.eq(ahead).and(condition.apply(today.plusDays(ahead)))));
        return or(days);
    }

    @Override
    public Table<?> table(Scope scope) {
        List<String> zones = new ArrayList<>();
        List<Integer> days = new ArrayList<>();
        elsewhere.forEach((ahead, names) -> names.forEach(zone -> {
            zones.add(zone);
            days.add(ahead);
        }));
        return select(
                        field("unnest({0})", SQLDataType.CLOB, val(zones.toArray(String[]::new)))
                                .as("zone"),
                        field("unnest({0})", SQLDataType.INTEGER, val(days.toArray(Integer[]::new)))
                                .as("ahead"))
                .asTable(ALIAS);
    }

    @Override
    public Condition joins(Table<?> table) {
        return ZONE.eq(PEOPLE.ZONE);
    }

    /** Customers whose own day has changed, and what the condition says of them on the one day and on the other. */
    static Condition turned(RuleContext then, RuleContext now, Function<LocalDate, Condition> condition) {
        Map<Turn, List<String>> zones = ZoneId.getAvailableZoneIds().stream()
                .sorted()
                .collect(groupingBy(zone -> Turn.of(ZoneId.of(zone), then, now)));
        var ours = Turn.of(null, then, now);
        List<String> others = zones.entrySet().stream()
                .filter(one -> !one.getKey().equals(ours))
                .flatMap(one -> one.getValue().stream())
                .toList();
        List<Condition> turned = new ArrayList<>();
        if (ours.happened()) {
            turned.add(ours.changes(condition)
                    .and(PEOPLE.ZONE.isNull().or(in(PEOPLE.ZONE, others).not())));
        }
        zones.forEach((turn, names) -> {
            if (turn.happened() && !turn.equals(ours))
                turned.add(turn.changes(condition).and(in(PEOPLE.ZONE, names)));
        });
        return or(turned);
    }

    private static Condition in(Field<String> zone, List<String> names) {
        return zone.in(select(field("unnest({0})", SQLDataType.CLOB, val(names.toArray(String[]::new)))));
    }

    /** From one local day to another. */
    private record Turn(LocalDate from, LocalDate to) {
        static Turn of(@Nullable ZoneId zone, RuleContext then, RuleContext now) {
            if (zone == null) return new Turn(then.today(), now.today());
            return new Turn(
                    then.asOf().atZone(zone).toLocalDate(),
                    now.asOf().atZone(zone).toLocalDate());
        }

        boolean happened() {
            return !from.equals(to);
        }

        Condition changes(Function<LocalDate, Condition> condition) {
            return Truth.of(condition.apply(from)).ne(Truth.of(condition.apply(to)));
        }
    }

    private static int ahead(String zone, RuleContext context) {
        var there = context.asOf().atZone(ZoneId.of(zone)).toLocalDate();
        return Math.toIntExact(ChronoUnit.DAYS.between(context.today(), there));
    }
}
