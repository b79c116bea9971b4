package regulars.consent;

import java.util.Locale;

/** A way to reach a person; each needs a consent of its own. */
public enum Channel {
    EMAIL,
    SMS,
    PHONE,
    TELEGRAM,
    PUSH;

    /** As it is stored. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
