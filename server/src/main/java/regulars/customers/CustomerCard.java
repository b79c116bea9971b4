package regulars.customers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything this room knows about one customer.
 *
 * @param externalIds the ids that sources know the customer by
 * @param ownerId whose customer they are; null when nobody's
 * @param attributes custom attributes in the order of their keys
 * @param given where each of them comes from
 */
record CustomerCard(
        UUID id,
        String name,
        @Nullable String givenName,
        @Nullable String familyName,
        @Nullable String middleName,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String language,
        @Nullable String zone,
        @Nullable String country,
        @Nullable String region,
        @Nullable String city,
        @Nullable String district,
        @Nullable LocalDate birthDate,
        @Nullable String sex,
        @Nullable String firstSource,
        @Nullable String lastSource,
        Instant createdAt,
        List<ContactView> contacts,
        List<ExternalId> externalIds,
        @Nullable UUID ownerId,
        Map<String, Object> attributes,
        List<GivenBy> given) {

    /** Which source gave the present value of a custom attribute, and when. */
    record GivenBy(String key, String source, Instant givenAt) {}

    /** One address with what is known about it. */
    record ContactView(
            String kind,
            String value,
            String validity,
            @Nullable String invalidReason,
            String source,
            Instant firstSeenAt,
            Instant confirmedAt) {}
}
