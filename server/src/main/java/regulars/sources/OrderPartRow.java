package regulars.sources;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import regulars.commerce.IncomingOrder.IncomingProduct;

/**
 * A row of a file of order lines or of payments, understood.
 *
 * @param number its place among the rows of the order
 * @param amount of the line, or paid
 */
record OrderPartRow(
        Cells cells,
        String orderId,
        int number,
        @Nullable IncomingProduct product,
        BigDecimal quantity,
        long amount,
        @Nullable Long shipping,
        @Nullable String method) {}
