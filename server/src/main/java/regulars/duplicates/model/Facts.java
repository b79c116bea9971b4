package regulars.duplicates.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a base says of one person, as it is written there.
 *
 * @param wholeName used where neither of its parts is known
 * @param birth eight digits, year, month, day; what is no date of the calendar is compared all the same
 * @param sex {@code female} or {@code male}
 * @param emails and phones in one spelling each
 * @param externalNumbers as {@code system:number}
 */
public record Facts(
        int number,
        @Nullable String givenName,
        @Nullable String familyName,
        @Nullable String middleName,
        @Nullable String wholeName,
        @Nullable String birth,
        @Nullable String sex,
        List<String> emails,
        List<String> phones,
        Place place,
        List<String> externalNumbers) {
    public Facts {
        emails = List.copyOf(emails);
        phones = List.copyOf(phones);
        externalNumbers = List.copyOf(externalNumbers);
    }

    /** Where somebody lives, as far as that is known. */
    public record Place(
            @Nullable String street,
            @Nullable String house,
            @Nullable String postcode,
            @Nullable String city,
            @Nullable String district,
            @Nullable String region) {
        public static final Place UNKNOWN = new Place(null, null, null, null, null, null);
    }
}
