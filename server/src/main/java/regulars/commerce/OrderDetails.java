package regulars.commerce;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import regulars.kernel.Money;

/**
 * An order with all that is known of it.
 *
 * @param customerId null while nobody knows whose it is
 * @param shipping part of the total, and no revenue
 * @param source who told us of it
 * @param history each status since when, the first at the top; it begins when we first heard of the order
 */
record OrderDetails(
        OrderView order,
        @Nullable UUID customerId,
        @Nullable String customerName,
        Money shipping,
        String source,
        Instant receivedAt,
        List<OrderPaymentView> payments,
        List<OrderRefundView> refunds,
        List<OrderStatusView> history) {

    record OrderPaymentView(int paymentNo, @Nullable String method, Money amount) {}

    record OrderRefundView(String externalId, Money amount, Instant refundedAt) {}

    record OrderStatusView(String status, Instant at) {}
}
