package regulars.commerce;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes back the orders that an import made. One that another file has spoken of since stays. */
@Service
public class OrderUndo {
    private final OrderUndoStore store;

    OrderUndo(OrderUndoStore store) {
        this.store = store;
    }

    /** Removes the next orders of the import that nothing else has touched; tells whose they were. */
    @Transactional
    public List<Long> takeBack(UUID importId, int limit) {
        return store.remove(importId, limit);
    }

    /** After an undoing, the orders that stay: made by one of the imports and touched since, or changed by one of them. */
    public long kept(Collection<UUID> importIds) {
        return store.kept(importIds);
    }

    /** The sources' ids of some of them. */
    public List<String> named(Collection<UUID> importIds, int limit) {
        return store.named(importIds, limit);
    }

    /** Which of the subjects have orders. */
    public Set<Long> buyers(Collection<Long> subjects) {
        return subjects.isEmpty() ? Set.of() : store.buyers(subjects);
    }
}
