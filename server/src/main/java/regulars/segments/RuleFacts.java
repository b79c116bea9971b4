package regulars.segments;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import regulars.kernel.Money;

/**
 * What a condition was answered on: the latest of the orders, events, objects and companies that it counts.
 *
 * @param more there are older ones, too
 */
public record RuleFacts(String path, List<RuleFact> facts, boolean more) {
    /**
     * One of them.
     *
     * @param at when it happened, or since when it is theirs
     * @param event its type; null for an order
     * @param revenue of an order, or the share of the products that the condition asks about
     * @param object what an object is called; empty where that is not known or not to be seen
     * @param company the company whose it is, or that counts itself
     * @param above the companies that it is below and that are asked about
     * @param products of an order, what is in it of the products that the condition asks about, by name
     */
    public record RuleFact(
            Instant at,
            @Nullable String event,
            @Nullable Money revenue,
            @Nullable String object,
            @Nullable String company,
            @Nullable String above,
            List<String> products) {
        static RuleFact owned(Instant since, @Nullable String object, @Nullable String company) {
            return new RuleFact(since, null, null, object, company, null, List.of());
        }

        static RuleFact company(Instant since, String name, @Nullable String above) {
            return new RuleFact(since, null, null, null, name, above, List.of());
        }

        static RuleFact event(Instant at, String type) {
            return new RuleFact(at, type, null, null, null, null, List.of());
        }
    }
}
