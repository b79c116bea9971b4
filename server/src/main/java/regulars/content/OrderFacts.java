package regulars.content;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a message may say of somebody's orders; amounts in the organisation's currency. */
record OrderFacts(
        int count,
        BigDecimal total,
        @Nullable Instant first,
        @Nullable Instant last) {
    static final OrderFacts NONE = new OrderFacts(0, BigDecimal.ZERO, null, null);

    static OrderFacts of(Map<Integer, OrderFacts> facts, int customer) {
        return facts.getOrDefault(customer, NONE);
    }
}
