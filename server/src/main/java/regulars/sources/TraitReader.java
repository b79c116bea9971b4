package regulars.sources;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import regulars.collect.SubjectKey;
import regulars.customers.Attribute;
import regulars.customers.IncomingCustomer;
import regulars.customers.ProfileField;
import regulars.kernel.Fault;
import tools.jackson.databind.JsonNode;

/**
 * What the traits of an {@code identify} say of a customer: the fields that the libraries name, and the company's own
 * attributes by their keys. What has no place or cannot be read stays with the event.
 */
final class TraitReader {
    private static final Map<ProfileField, List<String>> NAMES = Map.ofEntries(
            Map.entry(ProfileField.EMAIL, List.of("/email")),
            Map.entry(ProfileField.PHONE, List.of("/phone")),
            Map.entry(ProfileField.FULL_NAME, List.of("/name")),
            Map.entry(ProfileField.GIVEN_NAME, List.of("/firstName", "/first_name")),
            Map.entry(ProfileField.MIDDLE_NAME, List.of("/middleName", "/middle_name")),
            Map.entry(ProfileField.FAMILY_NAME, List.of("/lastName", "/last_name")),
            Map.entry(ProfileField.BIRTH_DATE, List.of("/birthday", "/birthDate", "/birth_date")),
            Map.entry(ProfileField.SEX, List.of("/gender", "/sex")),
            Map.entry(ProfileField.LANGUAGE, List.of("/language", "/locale")),
            Map.entry(ProfileField.ZONE, List.of("/timezone", "/zone")),
            Map.entry(ProfileField.COUNTRY, List.of("/address/country", "/country")),
            Map.entry(ProfileField.REGION, List.of("/address/state", "/region", "/state")),
            Map.entry(ProfileField.CITY, List.of("/address/city", "/city")),
            Map.entry(ProfileField.DISTRICT, List.of("/district")),
            Map.entry(ProfileField.CREATED_AT, List.of("/createdAt", "/created_at")));

    private final Map<String, Attribute> attributes = new LinkedHashMap<>();
    private final @Nullable String region;
    private final LocalDate today;

    /** @param region where phone numbers without a country are; null when unknown */
    TraitReader(List<Attribute> attributes, @Nullable String region, LocalDate today) {
        for (Attribute one : attributes) this.attributes.put(one.key(), one);
        this.region = region;
        this.today = today;
    }

    IncomingCustomer read(SubjectKey key, JsonNode traits) {
        var profile = new EnumMap<ProfileField, @Nullable String>(ProfileField.class);
        var given = new EnumMap<ProfileField, String>(ProfileField.class);
        var country = value(ProfileField.COUNTRY, traits, null);
        profile.put(ProfileField.EXTERNAL_ID, key.value());
        for (ProfileField field : NAMES.keySet()) {
            var written = written(field, traits);
            var value = written == null ? null : value(field, traits, country == null ? region : country);
            if (value == null) continue;
            profile.put(field, value);
            boolean address = field == ProfileField.EMAIL || field == ProfileField.PHONE;
            if (address && !value.equals(written)) given.put(field, written);
        }
        return new IncomingCustomer(key, profile, given, attributes(traits), Map.of());
    }

    private Map<Attribute, Object> attributes(JsonNode traits) {
        var values = new LinkedHashMap<Attribute, Object>();
        for (var trait : traits.properties()) {
            var attribute = attributes.get(snake(trait.getKey()));
            if (attribute == null
                    || !trait.getValue().isValueNode()
                    || trait.getValue().isNull()) continue;
            try {
                values.put(
                        attribute, attribute.parse(trait.getValue().asString().strip()));
            } catch (Fault e) {
                continue; // of another type: it stays with the event
            }
        }
        return values;
    }

    /** {@code loyaltyLevel} and {@code Loyalty Level} mean the attribute {@code loyalty_level}. */
    private static String snake(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replaceAll("[^A-Za-z0-9]+", "_")
                .toLowerCase(Locale.ROOT);
    }

    private @Nullable String value(ProfileField field, JsonNode traits, @Nullable String country) {
        var written = written(field, traits);
        if (written == null) return null;
        try {
            return normalised(field, written, country);
        } catch (RuntimeException e) {
            return null; // it stays with the event
        }
    }

    private String normalised(ProfileField field, String written, @Nullable String country) {
        return switch (field) {
            case BIRTH_DATE -> ProfileField.born(field.normalise(day(written), country), today);
            case CREATED_AT -> Instant.parse(written).toString();
            case SEX -> field.normalise(sex(written), country);
            default -> field.normalise(written, country);
        };
    }

    private static String day(String written) {
        return written.length() > 10 && written.charAt(10) == 'T' ? written.substring(0, 10) : written;
    }

    private static String sex(String written) {
        return switch (written.toLowerCase(Locale.ROOT)) {
            case "f" -> "female";
            case "m" -> "male";
            default -> written;
        };
    }

    private static @Nullable String written(ProfileField field, JsonNode traits) {
        for (String pointer : NAMES.getOrDefault(field, List.of())) {
            var value = traits.at(pointer);
            if (!value.isString() && !value.isNumber()) continue;
            var text = value.asString().strip();
            if (!text.isEmpty()) return text;
        }
        return null;
    }
}
