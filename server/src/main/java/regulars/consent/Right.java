package regulars.consent;

import org.jspecify.annotations.Nullable;

/**
 * Where a person stands on one channel and purpose.
 *
 * @param evidenceId the evidence that decided; null when there is none, or when the address is suppressed
 */
public record Right(Standing standing, @Nullable Long evidenceId) {
    static final Right ABSENT = new Right(Standing.ABSENT, null);
    static final Right SUPPRESSED = new Right(Standing.SUPPRESSED, null);
}
