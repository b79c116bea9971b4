package regulars.sources;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import regulars.commerce.IncomingOrder.IncomingProduct;
import regulars.customers.IncomingCustomer;
import regulars.sources.cells.Moment;

/**
 * A row of a file of orders, understood: an order or one line of it.
 *
 * @param orderKey the source's id of the order, or what stands for it
 * @param lineNo its place among the rows of the order
 */
record OrderLineRow(
        Cells cells,
        String orderKey,
        boolean keyed,
        int lineNo,
        IncomingCustomer customer,
        Moment placedAt,
        String currency,
        BigDecimal rate,
        @Nullable Long total,
        @Nullable Long shipping,
        @Nullable Long refunded,
        @Nullable String status,
        @Nullable String paymentMethod,
        @Nullable LinePart part) {
    /** @param amount null when the file gives only the order's total */
    record LinePart(
            @Nullable IncomingProduct product,
            BigDecimal quantity,
            @Nullable Long amount) {}
}
