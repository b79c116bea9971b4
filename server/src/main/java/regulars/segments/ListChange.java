package regulars.segments;

import java.util.List;
import java.util.UUID;

/**
 * What came of people who were put on a list or taken off.
 *
 * @param changed people who are on it now and were not, or the reverse
 * @param unchanged people who were so already
 * @param unknown the first of the lines that mean nobody here, or several people
 * @param unknownLines how many such lines there are
 */
public record ListChange(UUID segment, int changed, int unchanged, List<UnknownLine> unknown, int unknownLines) {
    /** A line of what was given, counted from 1. */
    public record UnknownLine(int line, String text) {}
}
