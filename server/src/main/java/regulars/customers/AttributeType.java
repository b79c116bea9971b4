package regulars.customers;

import java.util.Locale;

/** What values an attribute has. */
public enum AttributeType {
    TEXT,
    NUMBER,
    BOOLEAN,
    DATE,
    INSTANT;

    /** As it is stored. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static AttributeType of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
