package regulars.insight;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import regulars.kernel.Fault;

/**
 * Where a range of whole numbers is cut: each is the largest value of its band, the last band is open. So equal values
 * always fall into the same band, and a band may be empty.
 */
record Bounds(@JsonValue List<Long> tops) {
    private static final long LARGEST = 1_000_000_000_000L;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    Bounds {
        tops = List.copyOf(tops);
    }

    /** The band of a value, from 1. */
    int band(long value) {
        return 1 + (int) tops.stream().filter(top -> top < value).count();
    }

    int bands() {
        return tops.size() + 1;
    }

    /** The smallest value of a band. */
    long from(int band) {
        return band == 1 ? 0 : tops.get(band - 2) + 1;
    }

    boolean open(int band) {
        return band == bands();
    }

    /** The largest value of a band that is not the last. */
    long to(int band) {
        return tops.get(band - 1);
    }

    boolean empty(int band) {
        return !open(band) && from(band) > to(band);
    }

    /** Refuses bounds that do not cut a range into so many bands from low to high. */
    Bounds checked(String field, int bands) {
        boolean ordered = true;
        for (int i = 1; i < tops.size(); i++) ordered &= tops.get(i - 1) <= tops.get(i);
        boolean inRange = tops.stream().allMatch(top -> top >= 0 && top <= LARGEST);
        if (bands() != bands || !ordered || !inRange) {
            throw new Fault(
                            InsightFault.THRESHOLDS_INVALID,
                            field + " needs " + (bands - 1) + " numbers from low to high: correct them.")
                    .at(field, tops)
                    .with("count", bands - 1);
        }
        return this;
    }
}
