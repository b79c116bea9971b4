package regulars.campaigns;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import regulars.kernel.Fault;

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

    /** As it is stored and as the API says it. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a caller wrote. */
    static CampaignState parse(String text) {
        return Arrays.stream(values())
                .filter(state -> state.code().equals(text))
                .findFirst()
                .orElseThrow(
                        () -> new Fault(CampaignsFault.CAMPAIGN_SETTINGS_INVALID, "There is no state \"" + text + "\".")
                                .at("state", text));
    }

    static CampaignState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
