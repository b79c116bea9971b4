package regulars.customers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes values of an attribute out of everything that keeps them, by portions, so that nobody waits for long. */
@Component
class AttributeRemoval {
    private static final int PORTION = 5000;

    private final AttributeRemovalStore store;
    private final ObjectRemovalStore objects;

    AttributeRemoval(AttributeRemovalStore store, ObjectRemovalStore objects) {
        this.store = store;
        this.objects = objects;
    }

    /** Every value, current and former. */
    long all(AttributeDefinition definition) {
        return before(definition, null);
    }

    /**
     * Values given before a moment.
     *
     * @return how many current values went; former ones go uncounted
     */
    long before(AttributeDefinition definition, @Nullable Instant moment) {
        var attribute = definition.attribute();
        if (definition.owner().objectType() != null) return ofObjects(attribute, moment);
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

    private long ofObjects(Attribute attribute, @Nullable Instant moment) {
        long removed = 0;
        for (int rows = PORTION; rows == PORTION; removed += rows)
            rows = objects.removeCurrent(attribute.id(), moment, PORTION);
        for (int rows = PORTION; rows == PORTION; ) rows = objects.removeFormer(attribute.id(), moment, PORTION);
        return removed;
    }
}
