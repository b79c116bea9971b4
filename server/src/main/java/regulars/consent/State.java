package regulars.consent;

import java.time.Instant;

/**
 * What the evidence of one subject, channel and purpose amounts to. The result does not depend on the order in which
 * the evidence arrives:
 *
 * <ul>
 *   <li>an imported grant never lifts a withdrawal, imported or not, whatever the instants say;
 *   <li>a grant that was not imported (the person's own act, or an operator's with a note) lifts the withdrawals
 *       before it, and only those: at the same instant the withdrawal wins.
 * </ul>
 */
record State(boolean granted, boolean imported, Instant givenAt) {
    /** Whether the evidence {@code next} takes this one's place. The statement in {@link StateStore} says the same. */
    boolean yieldsTo(State next) {
        boolean later = next.givenAt.isAfter(givenAt);
        if (!next.granted) return granted ? imported || !next.givenAt.isBefore(givenAt) : later;
        if (next.imported) return granted && imported && later;
        return granted ? imported || later : later;
    }
}
