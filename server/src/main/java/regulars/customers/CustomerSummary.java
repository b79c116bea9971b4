package regulars.customers;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer as a row of a list.
 *
 * @param externalId what the first source that has ids calls them; all there is to show of somebody without a name
 */
public record CustomerSummary(
        UUID id,
        String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String language,
        @Nullable String country,
        @Nullable String city,
        Instant createdAt,
        @Nullable ExternalId externalId) {}
