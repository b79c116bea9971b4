package regulars.sources;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import regulars.customers.CustomerUndo.KeptCustomer;

/**
 * What undoing an import comes to.
 *
 * @param undoneAt null of a trial, and while it goes on
 * @param customersRemoved of whom nothing else is known
 * @param customersChanged who stay, without what the import said of them
 * @param ordersKept made by the import and touched by another since, or made by another and changed by it
 * @param consentsTakenBack grants; a withdrawal stays
 * @param customers some of those who stay
 * @param orders the numbers of some of those that stay
 */
public record ImportUndo(
        UUID jobId,
        boolean dryRun,
        @Nullable Instant undoneAt,
        long customersRemoved,
        long customersChanged,
        long ordersRemoved,
        long ordersKept,
        long consentsTakenBack,
        List<KeptCustomer> customers,
        List<String> orders) {}
