package regulars.segments;

import org.jooq.Condition;
import org.jooq.Field;

/**
 * One condition in SQL.
 *
 * @param holds may be null in SQL, which means no
 * @param value what was tested, for an explanation
 * @param edges what time alone does to it
 */
record ConditionSql(Condition holds, Field<?> value, Edges edges) {
    /** The same answer at every moment, as long as the facts are the same. */
    static ConditionSql timeless(Condition holds, Field<?> value) {
        return new ConditionSql(holds, value, Edges.NONE);
    }

    ConditionSql moving(Edges over) {
        return new ConditionSql(holds, value, over);
    }
}
