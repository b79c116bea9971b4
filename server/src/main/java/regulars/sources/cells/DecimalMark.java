package regulars.sources.cells;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What stands before the fraction of a number. */
public enum DecimalMark {
    @JsonProperty("comma")
    COMMA(',', '.'),
    @JsonProperty("point")
    POINT('.', ',');

    private final char mark;
    private final char group;

    DecimalMark(char mark, char group) {
        this.mark = mark;
        this.group = group;
    }

    char mark() {
        return mark;
    }

    /** What may stand between thousands then. */
    char group() {
        return group;
    }
}
