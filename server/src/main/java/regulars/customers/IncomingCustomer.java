package regulars.customers;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import regulars.collect.SubjectKey;

/**
 * What one record of a source says about a person.
 *
 * @param key whom the source means
 * @param profile normalised values ({@link ProfileField#normalise}); a null clears what earlier records said
 * @param given addresses as they were written, where that differs from the normalised form
 * @param attributes custom attributes: text, number (BigDecimal), boolean, LocalDate or Instant; a null takes the known
 *     value back
 * @param aliases further keys by which the source means the same person
 * @param statements what else the record said and who keeps it elsewhere, such as consents, word for word
 */
public record IncomingCustomer(
        SubjectKey key,
        Map<ProfileField, @Nullable String> profile,
        Map<ProfileField, String> given,
        Map<Attribute, ? extends @Nullable Object> attributes,
        Map<String, String> statements,
        List<SubjectKey> aliases) {
    public IncomingCustomer {
        var values = new EnumMap<ProfileField, @Nullable String>(ProfileField.class);
        values.putAll(profile);
        profile = Collections.unmodifiableMap(values);
        given = Map.copyOf(given);
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        statements = Collections.unmodifiableMap(new LinkedHashMap<>(statements));
        aliases = List.copyOf(aliases);
    }

    public IncomingCustomer(
            SubjectKey key,
            Map<ProfileField, @Nullable String> profile,
            Map<ProfileField, String> given,
            Map<Attribute, ? extends @Nullable Object> attributes,
            Map<String, String> statements) {
        this(key, profile, given, attributes, statements, List.of());
    }

    /** A person of whom a source only tells how to know them. */
    public static IncomingCustomer identified(SubjectKey key, Map<ProfileField, @Nullable String> identity) {
        return new IncomingCustomer(key, identity, Map.of(), Map.of(), Map.of());
    }

    @Nullable
    String value(ProfileField field) {
        return profile.get(field);
    }
}
