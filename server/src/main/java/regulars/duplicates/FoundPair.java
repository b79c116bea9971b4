package regulars.duplicates;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A pair as it is kept.
 *
 * @param one the number of the customer who was there first
 * @param mergeId while they are one by this pair
 */
record FoundPair(
        UUID id,
        int one,
        int other,
        PairState state,
        PairWorth worth,
        @Nullable Instant settledAt,
        @Nullable String settledBy,
        @Nullable UUID mergeId,
        boolean automatic) {
    /** @param sure whether it may be merged without a person */
    record PairWorth(boolean sure, double probability, double bits, List<PairReason> reasons) {
        PairWorth {
            reasons = List.copyOf(reasons);
        }
    }
}
