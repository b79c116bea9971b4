package regulars.sources;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import regulars.customers.CustomerUndo.KeptCustomer;

/**
 * What undoing an import comes to.
 *
 * @param undoneAt null of a trial, and while it goes on
 * @param by who asked for it: an actor as it is kept, a name as it is told; null of whoever is gone
 * @param customersRemoved of whom nothing else is known
 * @param customersChanged who stay, without what the import said of them
 * @param ordersChanged that were there before, back to what they were
 * @param ordersKept made by the import and touched by another since, or made by another and changed by it
 * @param consentsTakenBack grants; a withdrawal stays
 * @param linesTakenBack removed, or as they were before; so with {@code paymentsTakenBack}
 * @param customers some of those who stay
 * @param orders the numbers of some of those that stay
 */
public record ImportUndo(
        UUID jobId,
        boolean dryRun,
        @Nullable Instant undoneAt,
        @Nullable String by,
        long customersRemoved,
        long customersChanged,
        long ordersRemoved,
        long ordersChanged,
        long ordersKept,
        long consentsTakenBack,
        long linesTakenBack,
        long paymentsTakenBack,
        UndoneProducts products,
        UndoneStops stops,
        List<KeptCustomer> customers,
        List<String> orders) {
    public ImportUndo {
        products = Objects.requireNonNullElse(products, new UndoneProducts(0, 0, 0)); // those of before had none
        stops = Objects.requireNonNullElse(stops, new UndoneStops(0, 0));
    }

    /** The same with the name of who asked for it. */
    ImportUndo by(@Nullable String name) {
        return new ImportUndo(
                jobId,
                dryRun,
                undoneAt,
                name,
                customersRemoved,
                customersChanged,
                ordersRemoved,
                ordersChanged,
                ordersKept,
                consentsTakenBack,
                linesTakenBack,
                paymentsTakenBack,
                products,
                stops,
                customers,
                orders);
    }

    /**
     * @param removed that nothing sells
     * @param changed back to what was known before
     * @param kept that are sold, or that something else has changed since
     */
    public record UndoneProducts(long removed, long changed, long kept) {}

    /**
     * @param lifted addresses that only this import's stop list named
     * @param kept that somebody else has asked for too
     */
    public record UndoneStops(long lifted, long kept) {}
}
