package regulars.operate;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** One line of the doctor: what was looked at, how it is, and the remedy where it is not well. */
record Finding(String check, Level level, String detail, String remedy) {
    enum Level {
        OK,
        /** Could not be looked at just now. */
        SKIP,
        WARN,
        FAIL;

        @JsonValue
        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Finding ok(String check, String detail) {
        return new Finding(check, Level.OK, detail, "");
    }

    static Finding skip(String check, String detail) {
        return new Finding(check, Level.SKIP, detail, "");
    }

    static Finding warn(String check, String detail, String remedy) {
        return new Finding(check, Level.WARN, detail, remedy);
    }

    static Finding fail(String check, String detail, String remedy) {
        return new Finding(check, Level.FAIL, detail, remedy);
    }

    String line() {
        var line = "%-5s %-9s %s".formatted(level.text(), check, detail);
        return remedy.isEmpty() ? line : line + "\n" + " ".repeat(16) + remedy;
    }
}
