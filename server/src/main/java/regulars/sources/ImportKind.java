package regulars.sources;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What the rows of a file are. */
public enum ImportKind {
    @JsonProperty("customers")
    CUSTOMERS,
    @JsonProperty("orders")
    ORDERS;

    /** As it is stored. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ImportKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
