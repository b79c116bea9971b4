package regulars.customers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That an address is somebody's.
 *
 * @param home whose it would be without any merge
 * @param confirmedAt when it was last said to be theirs; null when that is now
 */
record Acquaintance(
        int customer, int home, PersonNames names, @Nullable Instant confirmedAt) {}
