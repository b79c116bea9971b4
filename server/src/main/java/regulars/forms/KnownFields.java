package regulars.forms;

import org.jspecify.annotations.Nullable;
import regulars.customers.ProfileField;
import regulars.customers.Recipient;

/** What of a person is known already, so that a form need not ask again. */
final class KnownFields {
    private KnownFields() {}

    static boolean has(Recipient person, FormField field) {
        return switch (field.kind()) {
            case EMAIL -> person.email() != null;
            case PHONE -> person.phone() != null;
            case TEXT, LONG_TEXT, NUMBER, DATE, CHOICE, CHECKBOX -> told(person, field.target());
            case NOTE -> false;
        };
    }

    private static boolean told(Recipient person, @Nullable String target) {
        if (target == null) return false;
        if (target.startsWith(FormField.ATTRIBUTE))
            return person.attributes().get(target.substring(FormField.ATTRIBUTE.length())) != null;
        if (target.equals(ProfileField.GIVEN_NAME.key())) return person.givenName() != null;
        if (target.equals(ProfileField.FAMILY_NAME.key())) return person.familyName() != null;
        if (target.equals(ProfileField.FULL_NAME.key()))
            return !person.fullName().isBlank();
        if (target.equals(ProfileField.LANGUAGE.key())) return person.language() != null;
        if (target.equals(ProfileField.COUNTRY.key())) return person.country() != null;
        if (target.equals(ProfileField.CITY.key())) return person.city() != null;
        return target.equals(ProfileField.BIRTH_DATE.key()) && person.birthDate() != null;
    }
}
