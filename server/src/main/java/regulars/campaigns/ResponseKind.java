package regulars.campaigns;

import java.util.Locale;

/** What somebody did with a message. */
enum ResponseKind {
    OPEN,
    CLICK,
    UNSUBSCRIBE;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
