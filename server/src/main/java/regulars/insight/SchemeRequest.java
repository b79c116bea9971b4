package regulars.insight;

import org.jspecify.annotations.Nullable;

/**
 * Thresholds as somebody wants them.
 *
 * @param thresholds null for automatic ones
 */
record SchemeRequest<T>(
        @Nullable Integer periodDays, @Nullable T thresholds) {
    SchemeMethod method() {
        return thresholds == null ? SchemeMethod.AUTOMATIC : SchemeMethod.BY_HAND;
    }
}
