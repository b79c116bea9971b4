package regulars.sources;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import regulars.consent.Channel;
import regulars.customers.IncomingCustomer;

/**
 * A row of a file of customers, understood.
 *
 * @param ownId our own id of them, when the file names it
 * @param owner whose customer they become; null leaves them whose they are
 */
record CustomerRow(
        long line,
        IncomingCustomer person,
        @Nullable UUID ownId,
        @Nullable UUID owner,
        List<Claim> claims,
        List<Stop> stops,
        List<RowProblem> leftOut) {
    /** @param givenAt null when the file does not say */
    record Claim(
            Channel channel,
            boolean granted,
            @Nullable String address,
            @Nullable Instant givenAt,
            boolean byFile) {}

    /** An address that is to get nothing. */
    record Stop(Channel channel, String address) {}
}
