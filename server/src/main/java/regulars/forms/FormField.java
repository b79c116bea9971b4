package regulars.forms;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that a form asks.
 *
 * @param key names the answer, unique in the form
 * @param target where the answer goes on the card: a profile field's key, or {@code attribute.<key>}; null when it
 *     stays with the submission. E-mail and phone go where they belong by themselves
 * @param label by language
 * @param hint by language; may be empty
 * @param progressive left out for whoever is known by a signed link and has told it before
 * @param options of a choice
 * @param showWhen null when it is always shown
 */
public record FormField(
        String key,
        FieldKind kind,
        @Nullable String target,
        Map<String, String> label,
        Map<String, String> hint,
        boolean required,
        boolean progressive,
        List<FieldOption> options,
        @Nullable ShowWhen showWhen) {
    static final String ATTRIBUTE = "attribute.";

    public FormField {
        label = Map.copyOf(label);
        hint = Map.copyOf(hint);
        options = List.copyOf(options);
    }

    /** An answer that can be chosen. */
    public record FieldOption(String value, Map<String, String> label) {
        public FieldOption {
            label = Map.copyOf(label);
        }
    }

    /**
     * When a field is shown.
     *
     * @param field the key of an earlier field
     * @param values one of these was answered; empty for any answer at all
     */
    public record ShowWhen(String field, List<String> values) {
        public ShowWhen {
            values = List.copyOf(values);
        }

        boolean holds(@Nullable String answer) {
            if (answer == null || answer.isEmpty()) return false;
            return values.isEmpty() || values.contains(answer);
        }
    }
}
