package regulars.customers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer as a row of a list.
 *
 * @param externalId what the first source that has ids calls them; all there is to show of somebody without a name
 * @param ownerId whose customer they are; null when nobody's
 * @param attributes custom attributes by key
 */
public record CustomerSummary(
        UUID id,
        String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String language,
        @Nullable String country,
        @Nullable String region,
        @Nullable String city,
        @Nullable String district,
        @Nullable LocalDate birthDate,
        @Nullable String sex,
        Instant createdAt,
        @Nullable ExternalId externalId,
        @Nullable UUID ownerId,
        Map<String, Object> attributes) {}
