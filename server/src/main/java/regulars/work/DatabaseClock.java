package regulars.work;

import java.time.Duration;
import java.time.Instant;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The one clock all nodes share; unlike the product's own it is never moved. */
final class DatabaseClock {
    private DatabaseClock() {}

    static Field<Instant> now() {
        return DSL.field("clock_timestamp()", SQLDataType.INSTANT);
    }

    static Field<Instant> in(Duration time) {
        return DSL.field(
                "clock_timestamp() + {0} * interval '1 millisecond'", SQLDataType.INSTANT, DSL.val(time.toMillis()));
    }
}
