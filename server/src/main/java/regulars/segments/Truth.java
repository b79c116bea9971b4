package regulars.segments;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;

import org.jooq.Condition;
import org.jooq.Field;

/** SQL's three values made two: the unknown is no. */
final class Truth {
    private Truth() {}

    static Field<Boolean> of(Condition condition) {
        return coalesce(field(condition), inline(false));
    }
}
