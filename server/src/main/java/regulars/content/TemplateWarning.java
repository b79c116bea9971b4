package regulars.content;

import org.jspecify.annotations.Nullable;

/**
 * Something an author should look at before sending.
 *
 * @param blocking whether a campaign cannot be launched with it
 * @param line the line of the body, where there is one
 * @param value the name, address or number meant
 */
public record TemplateWarning(
        Code code,
        boolean blocking,
        @Nullable Integer line,
        @Nullable String value) {
    /** The screens translate by it. */
    public enum Code {
        EMPTY_SUBJECT,
        LONG_SUBJECT,
        EMPTY_BODY,
        NO_PREHEADER,
        NO_UNSUBSCRIBE_LINK,
        TOO_LARGE,
        MISSING_ALT,
        UNKNOWN_VARIABLE,
        INSECURE_LINKS,
        RELATIVE_LINKS,
        SCRIPT_REMOVED
    }

    static TemplateWarning of(Code code) {
        return new TemplateWarning(code, false, null, null);
    }

    static TemplateWarning of(Code code, Object value) {
        return new TemplateWarning(code, false, null, String.valueOf(value));
    }

    static TemplateWarning blocking(Code code) {
        return new TemplateWarning(code, true, null, null);
    }
}
