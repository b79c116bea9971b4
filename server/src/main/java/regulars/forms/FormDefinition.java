package regulars.forms;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a form is, as it is edited and as a version keeps it. Texts are by language.
 *
 * @param languages those it speaks, the first where none of a visitor's is among them
 * @param intro may be empty
 * @param thanks what is said when there is no redirect
 * @param redirect where a visitor goes afterwards, on one of the sites; null for nowhere
 * @param doubleOptIn whether an e-mail address has to confirm what it is subscribed to
 * @param sites the origins on which the form may be embedded, such as {@code https://shop.example}
 * @param popup null when it is shown in its place
 */
public record FormDefinition(
        List<String> languages,
        Map<String, String> title,
        Map<String, String> intro,
        Map<String, String> button,
        Map<String, String> thanks,
        @Nullable String redirect,
        List<FormField> fields,
        List<ConsentBox> consents,
        boolean doubleOptIn,
        List<String> sites,
        FormTheme theme,
        @Nullable FormPopup popup) {
    public FormDefinition {
        languages = List.copyOf(languages);
        title = Map.copyOf(title);
        intro = Map.copyOf(intro);
        button = Map.copyOf(button);
        thanks = Map.copyOf(thanks);
        fields = List.copyOf(fields);
        consents = List.copyOf(consents);
        sites = List.copyOf(sites);
    }

    /**
     * How it looks.
     *
     * @param accent {@code #rrggbb}
     * @param mode {@code auto}, {@code light} or {@code dark}
     */
    public record FormTheme(String accent, String mode) {
        static final FormTheme USUAL = new FormTheme("#12766a", "auto");
    }

    /**
     * When a form pops up on a page; whatever comes first.
     *
     * @param delaySeconds null for never by time
     * @param scrollPercent null for never by scrolling
     * @param exitIntent when the pointer leaves the page upwards
     * @param rememberDays how long a visitor who closed it is left alone
     */
    public record FormPopup(
            @Nullable Integer delaySeconds, @Nullable Integer scrollPercent, boolean exitIntent, int rememberDays) {}

    Optional<FormField> field(String key) {
        return fields.stream().filter(field -> field.key().equals(key)).findFirst();
    }

    Optional<FormField> field(FieldKind kind) {
        return fields.stream().filter(field -> field.kind() == kind).findFirst();
    }

    /** How many things a visitor is asked. */
    int questions() {
        return (int)
                fields.stream().filter(field -> field.kind() != FieldKind.NOTE).count();
    }

    /** The text in the language, else in the form's first one. */
    String text(Map<String, String> texts, String language) {
        var own = texts.get(language);
        if (own != null && !own.isBlank()) return own;
        return texts.getOrDefault(languages.isEmpty() ? "en" : languages.getFirst(), "");
    }
}
