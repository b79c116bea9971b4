package regulars.commerce;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order as it is kept. */
record OrderRow(
        long number,
        UUID id,
        String externalId,
        long subjectNumber,
        Instant placedAt,
        boolean dateOnly,
        String status,
        String currency,
        long totalMinor,
        long shippingMinor,
        long refundedMinor,
        long revenueMinor,
        String baseCurrency,
        BigDecimal baseRate,
        long revenueBaseMinor,
        @Nullable String paymentMethod) {
    OrderRow {
        baseRate = baseRate.stripTrailingZeros();
    }
}
