package regulars.sources.cells;

import com.fasterxml.jackson.annotation.JsonProperty;

/** In which order day and month stand where the year comes last. */
public enum DateOrder {
    @JsonProperty("dmy")
    DAY_FIRST,
    @JsonProperty("mdy")
    MONTH_FIRST
}
