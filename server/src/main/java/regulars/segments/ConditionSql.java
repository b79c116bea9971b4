package regulars.segments;

import org.jooq.Condition;
import org.jooq.Field;

/**
 * One condition in SQL.
 *
 * @param holds may be null in SQL, which means no
 * @param value what was tested, for an explanation
 */
record ConditionSql(Condition holds, Field<?> value) {}
