package regulars.warehouse;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why everything was read anew. */
public enum RebuildReason {
    /** There was no file yet. */
    FIRST,
    /** The file was damaged. */
    DAMAGED,
    /** The mirrored tables have other columns now. */
    SHAPE,
    /** The database is another one, or a restored one. */
    ORIGIN,
    /** The mirror was away for so long that deletions may be forgotten. */
    AWAY,
    /** Somebody asked for it. */
    ASKED;

    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
