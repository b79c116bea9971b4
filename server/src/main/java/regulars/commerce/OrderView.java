package regulars.commerce;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import regulars.kernel.Money;

/**
 * An order as the card shows it.
 *
 * @param dateOnly the source gave no time of day
 * @param revenue what counts: without shipping, less refunds, nothing while the status does not count
 */
record OrderView(
        UUID id,
        String externalId,
        Instant placedAt,
        boolean dateOnly,
        String status,
        boolean counts,
        Money total,
        Money refunded,
        Money revenue,
        @Nullable String paymentMethod,
        List<OrderLineView> lines) {

    record OrderLineView(
            int lineNo, @Nullable String product, @Nullable String category, BigDecimal quantity, Money amount) {}
}
