package regulars.access;

import java.time.ZoneId;

/**
 * What the whole installation shares.
 *
 * @param currency the base currency, three upper-case letters
 * @param language {@code en}, {@code ru}, {@code uk} or {@code zh}
 * @param configured false until the first-start page was saved
 */
public record OrganisationSettings(String company, ZoneId zone, String currency, String language, boolean configured) {}
