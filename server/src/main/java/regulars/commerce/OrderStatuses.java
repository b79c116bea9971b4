package regulars.commerce;

import java.util.List;
import org.springframework.stereotype.Service;

/** Which orders are revenue: the one map that every figure goes by. */
@Service
public class OrderStatuses {
    private final OrderStatusStore store;

    OrderStatuses(OrderStatusStore store) {
        this.store = store;
    }

    /** Codes of the statuses whose orders count. */
    public List<String> counting() {
        return store.counting();
    }
}
