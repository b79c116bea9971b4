package regulars.customers;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.stereotype.Component;
import regulars.access.Audit;
import regulars.kernel.Actor;
import regulars.work.Tick;

/** Removes values that are older than the company said it keeps them. */
@Component
class AttributeRetention implements Tick {
    private static final Actor WHO = new Actor("system", "retention");

    private final AttributeStore attributes;
    private final AttributeRemoval removal;
    private final Audit audit;
    private final InstantSource clock;

    AttributeRetention(AttributeStore attributes, AttributeRemoval removal, Audit audit, InstantSource clock) {
        this.attributes = attributes;
        this.removal = removal;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "customers.attribute-retention";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        for (var definition : attributes.everyDefinition()) {
            var days = definition.retentionDays();
            if (days == null) continue;
            var limit = clock.instant().minus(Duration.ofDays(days));
            long removed = removal.before(definition, limit);
            if (removed == 0) continue;
            audit.add(WHO, "attributes.expired", name(definition), Map.of("removed", removed, "givenBefore", limit));
        }
    }

    private static String name(AttributeDefinition definition) {
        var key = definition.attribute().key();
        return definition.owner().objectType() == null
                ? key
                : definition.owner().key() + "." + key;
    }
}
