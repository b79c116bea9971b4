package regulars.campaigns;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import regulars.segments.SegmentUse;

/** A segment that a campaign is yet to be sent to is in use. */
@Component
class CampaignSegmentUse implements SegmentUse {
    private final CampaignStore store;

    CampaignSegmentUse(CampaignStore store) {
        this.store = store;
    }

    @Override
    public List<UsedBy> of(UUID segmentId) {
        return store.waitingFor(segmentId).stream()
                .map(campaign ->
                        new UsedBy("campaign", campaign.id(), campaign.draft().name()))
                .toList();
    }
}
