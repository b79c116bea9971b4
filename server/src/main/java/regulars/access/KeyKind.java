package regulars.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where an API key is kept. */
enum KeyKind {
    /** By a program, out of sight. */
    SERVER,
    /** In a page, where everybody can read it. */
    BROWSER;

    @JsonValue
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static KeyKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
