package regulars.segments;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** What the meaning of a rule depends on besides the base: the moment, the zone of its days, the company's own words. */
record RuleContext(Instant asOf, ZoneId zone, Catalogue catalogue) {
    LocalDate today() {
        return asOf.atZone(zone).toLocalDate();
    }

    /** The first moment of a day, which a change of clocks may move off midnight. */
    Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
