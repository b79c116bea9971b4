package regulars.segments;

import java.time.LocalDate;
import java.util.function.Function;
import org.jooq.Condition;

/** Which day "today" is. */
interface Days {
    /** The condition with the day that it is. */
    Condition perDay(Function<LocalDate, Condition> condition);
}
