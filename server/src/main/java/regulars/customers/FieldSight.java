package regulars.customers;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import regulars.kernel.Fault;

/**
 * Which fields of customers and their objects somebody sees and changes. Fields are named by the keys of
 * {@link ProfileField}, by {@link #own} and by {@link #ofObject}. Immutable.
 *
 * @param hidden not to be seen
 * @param readOnly not to be changed, the hidden included
 * @param archived attributes that the screens show no more
 * @param special attributes of which every read is kept in the audit
 */
public record FieldSight(Set<String> hidden, Set<String> readOnly, Set<String> archived, Set<String> special) {
    /** For what no person asks. */
    public static final FieldSight WHOLE = new FieldSight(Set.of(), Set.of(), Set.of(), Set.of());

    private static final String OWN = "attribute.";
    private static final String OF_OBJECT = "object.";

    public FieldSight {
        hidden = Set.copyOf(hidden);
        readOnly = Set.copyOf(readOnly);
        archived = Set.copyOf(archived);
        special = Set.copyOf(special);
    }

    /** The name of a custom attribute among fields. */
    public static String own(String key) {
        return OWN + key;
    }

    /** The name of a field of the objects of a type among fields. */
    public static String ofObject(String type, String key) {
        return ofObjects(type) + "." + key;
    }

    /** The name of a type of objects among fields. */
    public static String ofObjects(String type) {
        return OF_OBJECT + type;
    }

    public boolean sees(String field) {
        return !hidden.contains(field);
    }

    public boolean sees(ProfileField field) {
        return sees(field.key());
    }

    public boolean edits(String field) {
        return !readOnly.contains(field);
    }

    /** @throws Fault {@link CustomersFault#FIELD_HIDDEN} */
    public void requireSeen(String field) {
        if (sees(field)) return;
        throw new Fault(
                        CustomersFault.FIELD_HIDDEN,
                        "Your role may not see the field '" + field + "': leave it out, or ask an owner.")
                .at("field", field);
    }

    /** @throws Fault {@link CustomersFault#FIELD_READ_ONLY} */
    public void requireEdited(String field) {
        if (edits(field)) return;
        throw new Fault(
                        CustomersFault.FIELD_READ_ONLY,
                        "Your role may not change the field '" + field + "': leave it out, or ask an owner.")
                .at("field", field);
    }

    /** The custom attributes that are left. */
    Map<String, Object> shown(Map<String, Object> attributes) {
        if (hidden.isEmpty() && archived.isEmpty()) return attributes;
        var shown = new LinkedHashMap<String, Object>();
        attributes.forEach((key, value) -> {
            if (showsOwn(key)) shown.put(key, value);
        });
        return shown;
    }

    boolean showsOwn(String key) {
        return sees(own(key)) && !archived.contains(key);
    }

    <T> @Nullable T shown(ProfileField field, @Nullable T value) {
        return sees(field) ? value : null;
    }

    /** The special ones among what is shown. */
    Set<String> specialAmong(Collection<String> keys) {
        return keys.stream().filter(special::contains).filter(this::showsOwn).collect(Collectors.toUnmodifiableSet());
    }

    CustomerSummary shown(CustomerSummary whole) {
        return new CustomerSummary(
                whole.id(),
                whole.name(),
                shown(ProfileField.EMAIL, whole.email()),
                shown(ProfileField.PHONE, whole.phone()),
                shown(ProfileField.LANGUAGE, whole.language()),
                shown(ProfileField.COUNTRY, whole.country()),
                shown(ProfileField.REGION, whole.region()),
                shown(ProfileField.CITY, whole.city()),
                shown(ProfileField.DISTRICT, whole.district()),
                shown(ProfileField.BIRTH_DATE, whole.birthDate()),
                shown(ProfileField.SEX, whole.sex()),
                whole.createdAt(),
                whole.externalId(),
                whole.ownerId(),
                shown(whole.attributes()));
    }

    Recipient shown(Recipient whole) {
        return new Recipient(
                whole.number(),
                whole.id(),
                whole.subjectNumber(),
                whole.givenName(),
                whole.familyName(),
                whole.fullName(),
                shown(ProfileField.EMAIL, whole.email()),
                shown(ProfileField.PHONE, whole.phone()),
                shown(ProfileField.LANGUAGE, whole.language()),
                shown(ProfileField.ZONE, whole.zone()),
                shown(ProfileField.COUNTRY, whole.country()),
                shown(ProfileField.CITY, whole.city()),
                shown(ProfileField.BIRTH_DATE, whole.birthDate()),
                shown(whole.attributes()));
    }
}
