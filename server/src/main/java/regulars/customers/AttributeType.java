package regulars.customers;

import java.util.Locale;

/** What values an attribute has. */
public enum AttributeType {
    TEXT,
    NUMBER,
    BOOLEAN,
    DATE,
    INSTANT,
    /** One of the options. */
    CHOICE,
    /** Several texts, or several of the options where there are any; kept as lines of one text. */
    LIST;

    /** As it is stored. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static AttributeType of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
