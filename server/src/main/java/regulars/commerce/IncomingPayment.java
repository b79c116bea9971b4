package regulars.commerce;

import org.jspecify.annotations.Nullable;

/**
 * A payment for an order that is known already.
 *
 * @param orderId the source's id of the order
 * @param number its place among the payments of the order
 */
public record IncomingPayment(
        String orderId, int number, @Nullable String method, long amountMinor) {}
