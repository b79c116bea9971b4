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

/**
 * Which day it is for each customer: in their own zone where it is known, else in the organisation's. At one moment the
 * whole earth has three days at most, so a condition is compiled for each of them, and only the zones whose day is not
 * the organisation's are listed. The rules of zones are Java's; the mirror's are not asked.
 */
final class LocalDays implements Source, Days {
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
        return ZONE.eq(schema.customers.Tables.CUSTOMER.ZONE);
    }

    private static int ahead(String zone, RuleContext context) {
        var there = context.asOf().atZone(ZoneId.of(zone)).toLocalDate();
        return Math.toIntExact(ChronoUnit.DAYS.between(context.today(), there));
    }
}
