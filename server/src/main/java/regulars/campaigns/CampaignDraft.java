package regulars.campaigns;

import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import regulars.kernel.Fault;

/**
 * What a marketer decides of a campaign before its launch.
 *
 * @param sendAt when it starts; null for at once
 * @param controlShare the share of people who get nothing, so that the effect can be seen: 0 to 0.5
 * @param attributionDays how long after the launch an order counts
 * @param atMostOnce rather nobody twice than nobody left out, when an outcome is unknown
 * @param fromName the name shown; with it {@code fromAddress}, else those of the mail settings
 */
public record CampaignDraft(
        String name,
        @Nullable UUID segmentId,
        @Nullable UUID templateId,
        @Nullable Instant sendAt,
        double controlShare,
        boolean trackOpens,
        boolean trackClicks,
        int attributionDays,
        boolean atMostOnce,
        @Nullable String fromName,
        @Nullable String fromAddress,
        @Nullable String replyTo) {
    private static final Pattern ADDRESS = Pattern.compile("[^\\s\\p{Cntrl}<>\"@]{1,64}@[^\\s\\p{Cntrl}<>\"@]{1,255}");

    public CampaignDraft {
        if (name.isBlank() || name.length() > 200)
            throw invalid("name", name, "A campaign needs a name of at most 200 characters.");
        if (!(controlShare >= 0 && controlShare <= 0.5))
            throw invalid("controlShare", controlShare, "The control group is between 0 and 50 percent.");
        if (attributionDays < 1 || attributionDays > 90)
            throw invalid("attributionDays", attributionDays, "Orders can be counted for 1 to 90 days.");
        name = name.strip();
        fromName = blankToNull(fromName);
        fromAddress = address("fromAddress", fromAddress);
        replyTo = address("replyTo", replyTo);
        if (fromName != null && (fromName.length() > 100 || fromName.chars().anyMatch(Character::isISOControl)))
            throw invalid("fromName", fromName, "A sender's name is one line of at most 100 characters.");
        if (fromName != null && fromAddress == null)
            throw invalid(
                    "fromAddress",
                    null,
                    "A sender's name needs an address; leave both empty for those of the mail settings.");
    }

    private static @Nullable String address(String field, @Nullable String value) {
        String address = blankToNull(value);
        if (address != null && !ADDRESS.matcher(address).matches())
            throw invalid(field, address, "This is no e-mail address.");
        return address;
    }

    private static @Nullable String blankToNull(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static Fault invalid(String field, @Nullable Object value, String message) {
        return new Fault(CampaignsFault.CAMPAIGN_SETTINGS_INVALID, message).at(field, value);
    }
}
