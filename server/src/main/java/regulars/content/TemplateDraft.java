package regulars.content;

import org.jspecify.annotations.Nullable;
import regulars.kernel.Fault;

/**
 * What an author writes.
 *
 * @param language the language the words are in; numbers and money follow it
 * @param text the text part; made from the body when null or blank
 */
public record TemplateDraft(
        String name,
        MessageType type,
        String language,
        String subject,
        String preheader,
        TemplateFormat format,
        String body,
        @Nullable String text) {
    private static final int SUBJECT_CHARS = 500;

    public TemplateDraft {
        if (name.isBlank())
            throw new Fault(ContentFault.TEMPLATE_NAME_BLANK, "A template needs a name.").at("name", name);
        if (name.length() > 200)
            throw new Fault(ContentFault.TEMPLATE_TOO_LARGE, "A template's name has at most 200 characters.")
                    .at("name", null);
        if (!language.matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8})?"))
            throw new Fault(
                            ContentFault.TEMPLATE_LANGUAGE_UNKNOWN,
                            "\"" + language + "\" is no language tag such as en, ru, uk or zh.")
                    .at("language", language);
        if (subject.length() > SUBJECT_CHARS || preheader.length() > SUBJECT_CHARS)
            throw new Fault(
                            ContentFault.TEMPLATE_TOO_LARGE,
                            "Subject and preheader have at most " + SUBJECT_CHARS + " characters each.")
                    .at(subject.length() > SUBJECT_CHARS ? "subject" : "preheader", null);
        name = name.strip();
        text = text == null || text.isBlank() ? null : text;
    }
}
