package regulars.campaigns;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A campaign as it stands.
 *
 * @param version of the settings: an edit names the one it was made from
 * @param templateVersion fixed at launch
 * @param audienceSize members of the segment at the moment it was frozen
 * @param jobId the launch, while it puts people before the gate
 */
public record CampaignView(
        UUID id,
        int version,
        CampaignDraft draft,
        CampaignState state,
        Instant stateAt,
        @Nullable Integer templateVersion,
        @Nullable UUID jobId,
        @Nullable Instant launchedAt,
        @Nullable Integer audienceSize,
        @Nullable Instant audienceAsOf,
        String createdBy,
        Instant createdAt,
        Instant updatedAt) {}
