package regulars.campaigns;

import regulars.kernel.FaultCode;
import regulars.kernel.FaultKind;

/** How campaigns can fail. */
public enum CampaignsFault implements FaultCode {
    CAMPAIGN_NOT_FOUND(FaultKind.NOT_FOUND),
    CAMPAIGN_SETTINGS_INVALID(FaultKind.INVALID),
    CAMPAIGN_STATE(FaultKind.CONFLICT),
    CAMPAIGN_CHANGED(FaultKind.CONFLICT),
    CAMPAIGN_NOT_READY(FaultKind.CONFLICT),
    CAMPAIGN_NOT_LAUNCHED(FaultKind.CONFLICT),
    CURSOR_INVALID(FaultKind.INVALID),
    LINK_INVALID(FaultKind.NOT_FOUND);

    private final FaultKind kind;

    CampaignsFault(FaultKind kind) {
        this.kind = kind;
    }

    @Override
    public FaultKind kind() {
        return kind;
    }
}
