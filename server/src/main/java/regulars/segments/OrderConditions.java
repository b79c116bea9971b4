package regulars.segments;

import static org.jooq.impl.DSL.field;

import java.time.Instant;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/** A check of a figure of orders; whoever compiles the figure knows its edges. */
final class OrderConditions {
    private final RuleContext context;
    private final ValueConditions values;
    private final ValueCheck check;

    OrderConditions(RuleContext context, ValueConditions values, ValueCheck check) {
        this.context = context;
        this.values = values;
        this.check = check;
    }

    ConditionSql whole(Field<Long> figure) {
        long least = Long.parseLong(check.values().getFirst());
        long most = Long.parseLong(check.values().getLast());
        Condition holds = switch (check.operator()) {
            case IS -> figure.eq(least);
            case IS_NOT -> figure.ne(least);
            case AT_LEAST -> figure.ge(least);
            case AT_MOST -> figure.le(least);
            case BETWEEN -> figure.ge(least).and(figure.le(most));
            default -> throw ValueConditions.unfit(check);
        };
        return ConditionSql.timeless(holds, figure);
    }

    /** Compared without dividing: "at most 5" holds below 6 times the number of orders. */
    ConditionSql average(Field<Long> revenue, Field<Integer> count) {
        long least = Long.parseLong(check.values().getFirst());
        long most = Long.parseLong(check.values().getLast());
        Condition atLeast = revenue.ge(times(least, count));
        Condition atMost = revenue.lt(times(most + 1, count));
        Condition holds = switch (check.operator()) {
            case IS, BETWEEN -> atLeast.and(atMost);
            case AT_LEAST -> atLeast;
            case AT_MOST -> atMost;
            default -> throw ValueConditions.unfit(check);
        };
        var average = field("cast(floor({0} / {1}) as bigint)", SQLDataType.BIGINT, revenue, count);
        return ConditionSql.timeless(count.gt(0).and(holds), average);
    }

    ConditionSql day(Field<Instant> placed) {
        return ConditionSql.timeless(values.instant(placed, check), placed);
    }

    ConditionSql daysAgo(Field<Instant> placed) {
        Condition holds = switch (check.operator()) {
            case KNOWN -> placed.isNotNull();
            case UNKNOWN -> placed.isNull();
            case IS_NOT -> ValueConditions.complement(within(placed));
            case IS, AT_LEAST, AT_MOST, BETWEEN -> within(placed);
            default -> throw ValueConditions.unfit(check);
        };
        return ConditionSql.timeless(holds, placed);
    }

    private Condition within(Field<Instant> placed) {
        return values.inDays(placed, DayRange.daysAgo(check, context.today()));
    }

    private static Field<Long> times(long amount, Field<Integer> count) {
        return count.cast(SQLDataType.BIGINT).times(amount);
    }
}
