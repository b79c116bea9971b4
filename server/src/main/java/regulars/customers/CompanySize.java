package regulars.customers;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How many people a company employs, in the classes of the European Commission's recommendation 2003/361/EC. */
public enum CompanySize {
    /** Fewer than 10. */
    MICRO,
    /** 10 to 49. */
    SMALL,
    /** 50 to 249. */
    MEDIUM,
    /** 250 and more. */
    LARGE;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static CompanySize of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
