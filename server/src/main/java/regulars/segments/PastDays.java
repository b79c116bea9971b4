package regulars.segments;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import regulars.access.Organisations;

/** Days of the organisation's zone as the moments that questions are answered for. */
@Component
class PastDays {
    private final Organisations organisations;
    private final InstantSource clock;

    PastDays(Organisations organisations, InstantSource clock) {
        this.organisations = organisations;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** The last moment of a day, never later than now; now for no day. */
    Instant end(@Nullable LocalDate day) {
        var now = now();
        if (day == null) return now;
        var zone = organisations.get().zone();
        var end = day.plusDays(1).atStartOfDay(zone).toInstant().minus(1, ChronoUnit.MICROS);
        return end.isBefore(now) ? end : now;
    }
}
