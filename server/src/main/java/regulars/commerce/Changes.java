package regulars.commerce;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import regulars.commerce.ChangeStore.Kind;
import regulars.commerce.ChangeStore.Spot;

/** Watches what an import does to orders and products, so that it can be undone. */
@Component
class Changes {
    private final ChangeStore store;
    private final OrderUndoStore touches;

    Changes(ChangeStore store, OrderUndoStore touches) {
        this.store = store;
        this.touches = touches;
    }

    /** How things stood before an import wrote; used by one thread. */
    final class Watch {
        private final @Nullable UUID importId;
        private final Map<Kind, Map<Spot, JSONB>> before = new EnumMap<>(Kind.class);

        private Watch(@Nullable UUID importId) {
            this.importId = importId;
        }

        /** Looks at them before they are written. */
        Watch at(Kind kind, Collection<Long> things) {
            if (importId != null) before.put(kind, store.look(kind, things));
            return this;
        }

        /** Notes that the import changed these orders. */
        void touched(Collection<Long> orders) {
            touches.touched(orders, importId);
        }

        /** Keeps what is different now. */
        void keep(Kind kind, Collection<Long> things) {
            if (importId == null || things.isEmpty()) return;
            store.keep(importId, kind, before.getOrDefault(kind, Map.of()), store.look(kind, things));
        }
    }

    /** By hand there is no import, and nothing is kept. */
    Watch watch(@Nullable UUID importId) {
        return new Watch(importId);
    }
}
