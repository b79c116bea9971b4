package regulars.warehouse;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What the mirror is doing. */
public enum MirrorState {
    /** Not opened yet, or stopped. */
    CLOSED,
    /** Follows PostgreSQL. */
    FOLLOWING,
    /** Reads everything anew; the old copy, when there is one, still answers. */
    REBUILDING,
    /** The last round failed; it is tried again, and what was read before still answers. */
    FAILING;

    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
