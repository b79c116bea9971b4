package regulars.forms;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a field is filled in. E-mail and phone are how a person is known; a note only says something. */
public enum FieldKind {
    EMAIL,
    PHONE,
    TEXT,
    LONG_TEXT,
    NUMBER,
    DATE,
    CHOICE,
    CHECKBOX,
    NOTE;

    /** As it is stored. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isContact() {
        return this == EMAIL || this == PHONE;
    }
}
