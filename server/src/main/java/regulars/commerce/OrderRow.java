package regulars.commerce;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
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

    /** The same said again, with another total and shipping; nulls leave them to the lines and to what was known. */
    IncomingOrder said(@Nullable Long total, @Nullable Long shipping) {
        return new IncomingOrder(
                externalId,
                subjectNumber,
                placedAt,
                dateOnly,
                status,
                currency,
                total,
                shipping,
                null,
                null,
                baseRate,
                List.of());
    }

    OrderRow paidBy(@Nullable String method) {
        return new OrderRow(
                number,
                id,
                externalId,
                subjectNumber,
                placedAt,
                dateOnly,
                status,
                currency,
                totalMinor,
                shippingMinor,
                refundedMinor,
                revenueMinor,
                baseCurrency,
                baseRate,
                revenueBaseMinor,
                method);
    }
}
