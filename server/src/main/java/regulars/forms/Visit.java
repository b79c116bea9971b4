package regulars.forms;

import org.jspecify.annotations.Nullable;

/**
 * Where a submission comes from.
 *
 * @param via {@code hosted}, {@code plain} (without a script), {@code site} or {@code paper}
 * @param language of the page
 * @param page its address on a site, without what follows the path; null of our own page
 * @param campaign where the visitor came from: {@code utm_source} and the like, as they were
 */
record Visit(
        String via,
        String language,
        @Nullable String page,
        java.util.Map<String, String> campaign,
        @Nullable String ip,
        @Nullable String agent) {
    Visit {
        campaign = java.util.Map.copyOf(campaign);
    }
}
