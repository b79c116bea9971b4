package regulars.customers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes values of an attribute out of everything that keeps them, by portions, so that nobody waits for long. */
@Component
class AttributeRemoval {
    private static final int PORTION = 5000;

    private final AttributeRemovalStore store;

    AttributeRemoval(AttributeRemovalStore store) {
        this.store = store;
    }

    /** Every value, current and former. */
    long all(Attribute attribute) {
        return before(attribute, null);
    }

    /**
     * Values given before a moment.
     *
     * @return how many current values went; former ones go uncounted
     */
    long before(Attribute attribute, @Nullable Instant moment) {
        long removed = 0;
        for (var part = store.removeCurrent(attribute, moment, 0, PORTION);
                part.rows() > 0;
                part = store.removeCurrent(attribute, moment, part.last(), PORTION)) {
            removed += part.rows();
        }
        var former = store.removeFormer(attribute, moment, 0, PORTION);
        while (former.rows() > 0) former = store.removeFormer(attribute, moment, former.last(), PORTION);
        return removed;
    }
}
