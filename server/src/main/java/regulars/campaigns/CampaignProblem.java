package regulars.campaigns;

import org.jspecify.annotations.Nullable;

/**
 * Something that keeps a campaign from being launched, or that deserves a look before.
 *
 * @param code the screens translate by it; codes of the template's own warnings begin with {@code TEMPLATE_}
 */
public record CampaignProblem(
        String code, boolean blocking, @Nullable String value) {
    static CampaignProblem blocking(String code) {
        return new CampaignProblem(code, true, null);
    }
}
