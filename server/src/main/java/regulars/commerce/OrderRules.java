package regulars.commerce;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** The one definition of revenue: the total without shipping, less refunds, of orders whose status counts. */
record OrderRules(Set<String> countingStatuses, String baseCurrency) {
    private static final String USUAL_STATUS = "completed";

    /** A new order; its number is not known yet. */
    OrderRow first(UUID id, IncomingOrder order) {
        long lines = order.lines().stream()
                .mapToLong(IncomingOrder.IncomingLine::amountMinor)
                .sum();
        var nothing = new OrderRow(
                0,
                id,
                order.externalId(),
                order.subjectNumber(),
                order.placedAt(),
                order.dateOnly(),
                USUAL_STATUS,
                order.currency(),
                0,
                0,
                0,
                0,
                baseCurrency,
                BigDecimal.ONE,
                0,
                null);
        return next(nothing, order, lines);
    }

    /** The order with what the source now says; {@code lines} is what all its lines come to. */
    OrderRow next(OrderRow was, IncomingOrder order, long lines) {
        var status = Objects.requireNonNullElse(order.status(), was.status());
        long shipping = Objects.requireNonNullElse(order.shippingMinor(), was.shippingMinor());
        long refunded = Objects.requireNonNullElse(order.refundedMinor(), was.refundedMinor());
        long total = Objects.requireNonNullElse(order.totalMinor(), Math.addExact(lines, shipping));
        long revenue = countingStatuses.contains(status) ? total - shipping - refunded : 0;
        return new OrderRow(
                was.number(),
                was.id(),
                was.externalId(),
                order.subjectNumber(),
                order.placedAt(),
                order.dateOnly(),
                status,
                order.currency(),
                total,
                shipping,
                refunded,
                revenue,
                baseCurrency,
                order.baseRate(),
                convert(revenue, order.currency(), order.baseRate()),
                order.paymentMethod() == null ? was.paymentMethod() : order.paymentMethod());
    }

    private long convert(long minor, String from, BigDecimal rate) {
        if (from.equals(baseCurrency)) return minor;
        return BigDecimal.valueOf(minor, digits(from))
                .multiply(rate)
                .setScale(digits(baseCurrency), RoundingMode.HALF_EVEN)
                .unscaledValue()
                .longValueExact();
    }

    private static int digits(String currency) {
        return Currency.getInstance(currency).getDefaultFractionDigits();
    }
}
