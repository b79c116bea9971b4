package regulars.sources;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What the rows of a file are, in the order in which files of a set are taken in. */
public enum ImportKind {
    @JsonProperty("customers")
    CUSTOMERS,
    @JsonProperty("products")
    PRODUCTS,
    @JsonProperty("orders")
    ORDERS,
    @JsonProperty("lines")
    LINES,
    @JsonProperty("payments")
    PAYMENTS,
    @JsonProperty("suppressions")
    SUPPRESSIONS;

    /** As it is stored. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ImportKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
