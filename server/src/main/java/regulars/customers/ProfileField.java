package regulars.customers;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import regulars.kernel.Fault;

/** What every customer may have. The key names it in source records, in files' mappings and in the API. */
public enum ProfileField {
    EXTERNAL_ID("externalId"),
    GIVEN_NAME("givenName"),
    MIDDLE_NAME("middleName"),
    FAMILY_NAME("familyName"),
    FULL_NAME("fullName"),
    EMAIL("email"),
    PHONE("phone"),
    LANGUAGE("language"),
    ZONE("zone"),
    COUNTRY("country"),
    REGION("region"),
    CITY("city"),
    DISTRICT("district"),
    BIRTH_DATE("birthDate"),
    SEX("sex"),
    CREATED_AT("createdAt");

    private static final int LONGEST = 200;
    private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1890, 1, 1);

    private final String key;

    ProfileField(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    /**
     * The one spelling under which the value is kept.
     *
     * @param region the country of two letters that a phone number without a country code is of; null when unknown
     * @throws Fault when it is no such value
     */
    public String normalise(String given, @Nullable String region) {
        return switch (this) {
            case EXTERNAL_ID, GIVEN_NAME, MIDDLE_NAME, FAMILY_NAME, FULL_NAME, REGION, CITY, DISTRICT -> text(given);
            case EMAIL -> Emails.normalise(given);
            case PHONE -> Phones.normalise(given, region);
            case LANGUAGE -> Places.language(given);
            case ZONE -> Places.zone(given);
            case COUNTRY -> Places.country(given);
            case BIRTH_DATE -> birthDate(given);
            case SEX -> sex(given);
            case CREATED_AT -> Instant.parse(given).toString();
        };
    }

    private String text(String given) {
        var text = given.strip();
        if (text.length() <= LONGEST) return text;
        throw new Fault(
                        CustomersFault.NAME_TOO_LONG,
                        "The text of " + text.length() + " characters is too long: " + LONGEST + " are kept.")
                .at(key, text.substring(0, LONGEST))
                .with("limit", LONGEST);
    }

    private static String birthDate(String given) {
        try {
            var date = LocalDate.parse(given.strip());
            if (!date.isBefore(EARLIEST_BIRTH)) return date.toString();
        } catch (DateTimeException e) {
            throw invalidBirthDate(given);
        }
        throw invalidBirthDate(given);
    }

    /**
     * A normalised date of birth that has come.
     *
     * @throws Fault when it is after today
     */
    public static String born(String date, LocalDate today) {
        if (LocalDate.parse(date).isAfter(today)) throw invalidBirthDate(date);
        return date;
    }

    private static Fault invalidBirthDate(String given) {
        return new Fault(
                        CustomersFault.BIRTH_DATE_INVALID,
                        "'" + given
                                + "' is not a date of birth: write an existing day, not after today, as 1990-12-31.")
                .at("birthDate", given);
    }

    private static String sex(String given) {
        var sex = given.strip().toLowerCase(Locale.ROOT);
        if (sex.equals("female") || sex.equals("male")) return sex;
        throw new Fault(
                        CustomersFault.SEX_UNKNOWN,
                        "'" + given + "' is not known here: write female or male, or leave it out.")
                .at("sex", given);
    }
}
