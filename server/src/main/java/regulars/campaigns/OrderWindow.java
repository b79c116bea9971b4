package regulars.campaigns;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * Which orders count for a campaign, the same for the treated and the control group.
 *
 * <p>An order with a time counts from the launch on. Of an order that came with a date alone nobody knows whether it was
 * before the launch or after it on that day; it counts when its date is the day of the launch or one after it. What was
 * bought that day before the launch comes into both groups alike, so the lift is not moved by it.
 *
 * @param to the end of the attribution window, or now while it is open; not part of it
 * @param datesFrom the midnight that the day of the launch began with, in the organisation's zone
 * @param datesTo the midnight after as many days as the window has, or now; not part of it
 */
record OrderWindow(Instant from, Instant to, boolean closed, Instant datesFrom, Instant datesTo) {
    static OrderWindow of(Instant launch, int days, Instant now, ZoneId zone) {
        var end = launch.plus(Duration.ofDays(days));
        boolean closed = !now.isBefore(end);
        var day = launch.atZone(zone).toLocalDate();
        var datesTo = day.plusDays(days).atStartOfDay(zone).toInstant();
        return new OrderWindow(
                launch,
                closed ? end : now,
                closed,
                day.atStartOfDay(zone).toInstant(),
                now.isBefore(datesTo) ? now : datesTo);
    }
}
