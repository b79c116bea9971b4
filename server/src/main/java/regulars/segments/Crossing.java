package regulars.segments;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;

/**
 * Facts that pass an edge between two moments: time alone may move whoever they are about.
 *
 * @param passed which of them pass it
 */
record Crossing(Facts facts, Condition passed) {
    /**
     * Facts of people.
     *
     * @param customer whom a row is about
     * @param admitted which rows count at all
     */
    record Facts(Table<?> from, Field<Integer> customer, Condition admitted) {}
}
