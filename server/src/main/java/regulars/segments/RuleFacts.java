package regulars.segments;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import regulars.kernel.Money;

/**
 * What a condition about deeds was answered on: the latest of the orders and events that it counts.
 *
 * @param more there are older ones, too
 */
public record RuleFacts(String path, List<RuleFact> facts, boolean more) {
    /**
     * One order or event.
     *
     * @param event its type; null for an order
     * @param revenue of an order, or the share of the products that the condition asks about
     */
    public record RuleFact(
            Instant at, @Nullable String event, @Nullable Money revenue) {}
}
