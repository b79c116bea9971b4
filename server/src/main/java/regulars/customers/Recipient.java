package regulars.customers;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a message needs to know of a customer.
 *
 * @param subjectNumber one of the customer's subjects, for the events that the message causes
 * @param email the best valid address, normalised; null when there is none
 * @param phone the best valid number in E.164; null when there is none
 * @param attributes custom attributes by key
 */
public record Recipient(
        int number,
        UUID id,
        long subjectNumber,
        @Nullable String givenName,
        @Nullable String familyName,
        String fullName,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String language,
        @Nullable String zone,
        @Nullable String country,
        @Nullable String city,
        @Nullable LocalDate birthDate,
        Map<String, Object> attributes) {
    public Recipient {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }
}
