package regulars.campaigns;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Where a campaign stands, and where it may go from there: the whole machine. */
public enum CampaignState {
    DRAFT,
    /** Waits for its time. */
    SCHEDULED,
    /** Its audience is frozen and put before the send gate; nothing has left yet. */
    LAUNCHING,
    SENDING,
    /** A person stopped it; it goes on where it was. */
    PAUSED,
    /** Too many of its messages could not be composed; a person repairs and resumes it, or cancels. */
    STOPPED,
    /** Everybody was tried. */
    SENT,
    CANCELLED;

    private static final Map<CampaignState, Set<CampaignState>> NEXT = Map.of(
            DRAFT, Set.of(SCHEDULED, LAUNCHING, CANCELLED),
            SCHEDULED, Set.of(DRAFT, LAUNCHING, CANCELLED),
            LAUNCHING, Set.of(SENDING, SENT, CANCELLED),
            SENDING, Set.of(PAUSED, STOPPED, SENT, CANCELLED),
            PAUSED, Set.of(SENDING, SENT, CANCELLED),
            STOPPED, Set.of(SENDING, SENT, CANCELLED),
            SENT, Set.of(),
            CANCELLED, Set.of());

    public boolean canBecome(CampaignState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    /** Whether its audience is (or is being) put before the gate, so that there is something to report. */
    public boolean launched() {
        return switch (this) {
            case LAUNCHING, SENDING, PAUSED, STOPPED, SENT -> true;
            case DRAFT, SCHEDULED, CANCELLED -> false;
        };
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static CampaignState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
