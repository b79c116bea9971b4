package regulars.segments;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;

/**
 * Facts that pass an edge between two moments: time alone may move whoever they are about.
 *
 * @param facts what they are, the same for all crossings that can be looked for in one pass
 * @param passed which of them pass one
 */
record Crossing(Facts facts, Condition passed) {
    /**
     * Facts of people.
     *
     * @param key equal for equal tables
     * @param customer whom a row is about
     * @param admitted which rows count at all
     */
    record Facts(String key, Table<?> from, Field<Integer> customer, Condition admitted) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Facts facts && facts.key.equals(key);
        }

        @Override
        public int hashCode() {
            return key.hashCode();
        }
    }
}
