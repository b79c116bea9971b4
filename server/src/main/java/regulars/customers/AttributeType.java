package regulars.customers;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import regulars.kernel.Fault;

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

    /**
     * The value that a person wrote.
     *
     * @throws Fault when it is none of this type
     */
    Object parse(String key, String written) {
        try {
            return switch (this) {
                case TEXT -> written;
                case NUMBER -> new BigDecimal(written);
                case BOOLEAN -> truth(written);
                case DATE -> LocalDate.parse(written);
                case INSTANT -> Instant.parse(written);
            };
        } catch (ArithmeticException | IllegalArgumentException | DateTimeException e) {
            throw new Fault(
                            CustomersFault.ATTRIBUTE_VALUE_INVALID,
                            "'" + written + "' is no value of '" + key + "': write a " + code()
                                    + ", such as 12.5, true, 2026-03-01 or 2026-03-01T10:00:00Z.",
                            e)
                    .at("attributes." + key, written)
                    .with("type", code());
        }
    }

    private static Boolean truth(String written) {
        if (!written.equals("true") && !written.equals("false")) throw new IllegalArgumentException(written);
        return Boolean.valueOf(written);
    }

    public static AttributeType of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
