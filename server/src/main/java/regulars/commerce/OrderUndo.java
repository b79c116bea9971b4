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

    /** Orders that stay: made by the import and touched since, or made by another and changed by it. */
    public long kept(UUID importId) {
        return store.kept(importId);
    }

    /** The sources' ids of some of them. */
    public List<String> named(UUID importId, int limit) {
        return store.named(importId, limit);
    }

    /** Which of the subjects have orders. */
    public Set<Long> buyers(Collection<Long> subjects) {
        return subjects.isEmpty() ? Set.of() : store.buyers(subjects);
    }
}
