package regulars.forms;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import regulars.customers.Attribute;
import regulars.customers.ProfileField;

/**
 * What a visitor answered, read by the version they saw.
 *
 * @param words each answer by its field, as it is kept with the submission
 * @param profile normalised values for the card
 * @param given addresses as they were written, where that differs
 * @param ticked the boxes that were ticked
 * @param problems why it cannot be taken; empty when it can
 */
record FormAnswers(
        Map<String, String> words,
        Map<ProfileField, String> profile,
        Map<ProfileField, String> given,
        Map<Attribute, Object> attributes,
        List<ConsentBox> ticked,
        List<AnswerProblem> problems) {
    FormAnswers {
        words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
        profile = Collections.unmodifiableMap(copy(profile));
        given = Collections.unmodifiableMap(copy(given));
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        ticked = List.copyOf(ticked);
        problems = List.copyOf(problems);
    }

    private static Map<ProfileField, String> copy(Map<ProfileField, String> values) {
        var copy = new EnumMap<ProfileField, String>(ProfileField.class);
        copy.putAll(values);
        return copy;
    }

    /**
     * @param field the key of a field or box; empty for the form as a whole
     * @param code {@code required}, {@code email}, {@code phone}, {@code number}, {@code date}, {@code choice},
     *     {@code long}, {@code text} or {@code contact}
     */
    record AnswerProblem(String field, String code) {}

    @Nullable
    String email() {
        return profile.get(ProfileField.EMAIL);
    }

    @Nullable
    String phone() {
        return profile.get(ProfileField.PHONE);
    }
}
