package regulars.commerce;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a source says about an order. A null keeps what was known before.
 *
 * @param externalId the source's id of the order
 * @param dateOnly the source gave a date without a time; {@code placedAt} is that midnight in the organisation's zone
 * @param status a code of {@code commerce.order_status}
 * @param totalMinor with shipping; null when the lines tell it
 * @param baseRate what one unit of the currency is worth in the organisation's currency
 */
public record IncomingOrder(
        String externalId,
        long subjectNumber,
        Instant placedAt,
        boolean dateOnly,
        @Nullable String status,
        String currency,
        @Nullable Long totalMinor,
        @Nullable Long shippingMinor,
        @Nullable Long refundedMinor,
        @Nullable String paymentMethod,
        BigDecimal baseRate,
        List<IncomingLine> lines) {
    public IncomingOrder {
        lines = List.copyOf(lines);
    }

    /** @param lineNo its place among the lines that the source gave of this order */
    public record IncomingLine(
            int lineNo,
            @Nullable IncomingProduct product,
            @Nullable String description,
            BigDecimal quantity,
            long amountMinor) {}

    /** @param externalId the source's id of the product */
    public record IncomingProduct(
            String externalId,
            @Nullable String name,
            @Nullable String category,
            @Nullable String brand) {}
}
