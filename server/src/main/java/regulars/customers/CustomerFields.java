package regulars.customers;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a person at a screen says about a customer. What is left out stays as it is; an empty text clears. */
record CustomerFields(
        @Nullable String givenName,
        @Nullable String middleName,
        @Nullable String familyName,
        @Nullable String fullName,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String language,
        @Nullable String zone,
        @Nullable String country,
        @Nullable String region,
        @Nullable String city,
        @Nullable String district,
        @Nullable String birthDate,
        @Nullable String sex,
        @Nullable Map<String, String> attributes) {
    CustomerFields {
        attributes = attributes == null ? null : Map.copyOf(attributes);
    }

    /** One custom attribute and nothing else; an empty text clears it. */
    static CustomerFields own(String key, String value) {
        return new CustomerFields(
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, Map.of(key, value));
    }

    Map<String, String> ownFields() {
        return attributes == null ? Map.of() : attributes;
    }

    /** As said, not normalised yet; blank where it is to be cleared. */
    Map<ProfileField, String> said() {
        var said = new EnumMap<ProfileField, String>(ProfileField.class);
        put(said, ProfileField.GIVEN_NAME, givenName);
        put(said, ProfileField.MIDDLE_NAME, middleName);
        put(said, ProfileField.FAMILY_NAME, familyName);
        put(said, ProfileField.FULL_NAME, fullName);
        put(said, ProfileField.EMAIL, email);
        put(said, ProfileField.PHONE, phone);
        put(said, ProfileField.LANGUAGE, language);
        put(said, ProfileField.ZONE, zone);
        put(said, ProfileField.COUNTRY, country);
        put(said, ProfileField.REGION, region);
        put(said, ProfileField.CITY, city);
        put(said, ProfileField.DISTRICT, district);
        put(said, ProfileField.BIRTH_DATE, birthDate);
        put(said, ProfileField.SEX, sex);
        return said;
    }

    private static void put(Map<ProfileField, String> said, ProfileField field, @Nullable String value) {
        if (value != null) said.put(field, value.strip());
    }
}
