package regulars.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What one recipient does with the mail that reached them; instants are null where they do not.
 *
 * @param scanned their mail provider's machine fetches every link at once
 * @param boughtAt the planted uplift: an order they would not have placed without the mail
 */
record Reaction(
        Buyer buyer,
        boolean scanned,
        @Nullable Instant openedAt,
        @Nullable Instant clickedAt,
        @Nullable Instant unsubscribedAt,
        @Nullable Instant boughtAt) {
    /** Chances; the last is what the campaign truly brings: orders per person reached. */
    private static final double SCANNED = 0.06;

    private static final double OPENS = 0.46;
    private static final double CLICKS = 0.30;
    private static final double UNSUBSCRIBES = 0.015;
    static final double BUYS = 0.12;
    private static final Duration WINDOW = Duration.ofDays(14);

    /** Draws what a recipient does; someone may buy in the shop after reading the subject alone. */
    static Reaction draw(Buyer buyer, Instant received, RandomGenerator random) {
        boolean scanned = random.nextDouble() < SCANNED;
        var openedAt = random.nextDouble() < OPENS ? later(received, 30, random) : null;
        var clickedAt = openedAt != null && random.nextDouble() < CLICKS
                ? openedAt.plusSeconds(40 + random.nextInt(300))
                : null;
        var unsubscribedAt =
                openedAt != null && random.nextDouble() < UNSUBSCRIBES / OPENS ? openedAt.plusSeconds(900) : null;
        var boughtAt = random.nextDouble() < BUYS ? later(received, 110, random) : null;
        return new Reaction(buyer, scanned, openedAt, clickedAt, unsubscribedAt, boughtAt);
    }

    /** Exponentially later, a minute at least, inside the fortnight in which the report counts orders. */
    private static Instant later(Instant from, double meanHours, RandomGenerator random) {
        double hours = -Math.log(1 - random.nextDouble()) * meanHours;
        var by = Duration.ofSeconds(60 + (long) (hours * 3600));
        return from.plus(by.compareTo(WINDOW.minusHours(2)) < 0 ? by : Duration.ofHours(1 + random.nextInt(300)));
    }
}
