package regulars.segments;

import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * A rule to answer about.
 *
 * @param asOf the moment to answer for; absent means now. Orders are as of then, all else is as it is known today
 */
record RuleQuestion(Rule rule, @Nullable Instant asOf) {
    Instant at(InstantSource clock) {
        return asOf == null ? clock.instant() : asOf;
    }
}
