package regulars.commerce;

import java.util.List;
import java.util.Map;

/**
 * Lines of an order that is known already.
 *
 * @param orderId the source's id of the order
 * @param shipping what bringing each line cost, by its number; empty when nothing is said
 */
public record IncomingLines(String orderId, List<IncomingOrder.IncomingLine> lines, Map<Integer, Long> shipping) {
    public IncomingLines {
        lines = List.copyOf(lines);
        shipping = Map.copyOf(shipping);
    }
}
