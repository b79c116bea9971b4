package regulars.customers;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Two people became one; told inside the transaction.
 *
 * @param keptSubjects what counted as the kept one until now
 * @param moved what counted as the other one, and counts as the kept one from now on
 */
public record PeopleMerged(
        UUID merge, CustomerRef kept, CustomerRef other, List<Long> keptSubjects, List<Long> moved, Instant at) {
    public PeopleMerged {
        keptSubjects = List.copyOf(keptSubjects);
        moved = List.copyOf(moved);
    }
}
