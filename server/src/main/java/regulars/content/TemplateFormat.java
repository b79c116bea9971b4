package regulars.content;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a body is written. */
public enum TemplateFormat {
    HTML,
    MJML;

    /** As it is stored and as the API says it. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
