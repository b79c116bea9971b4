package regulars.channels;

import java.util.Locale;

/** What to do with a message whose outcome is unknown. */
public enum Delivery {
    /** Try once more with the same Message-ID: nobody is lost, a few may get it twice. */
    AT_LEAST_ONCE,
    /** Leave it: nobody gets it twice, a few may get nothing. */
    AT_MOST_ONCE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Delivery of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
