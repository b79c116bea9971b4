package regulars.commerce;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import regulars.kernel.Money;

/**
 * An order as a row of the list.
 *
 * @param revenue what counts: without shipping, less refunds, nothing while the status does not count
 * @param customerId null while nobody knows whose it is
 */
record OrderListItem(
        UUID id,
        String externalId,
        Instant placedAt,
        boolean dateOnly,
        String status,
        Money total,
        Money revenue,
        @Nullable UUID customerId,
        @Nullable String customerName) {}
