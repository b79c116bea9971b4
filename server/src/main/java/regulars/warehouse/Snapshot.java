package regulars.warehouse;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which transactions PostgreSQL showed at one moment: all before {@code xmax} but those {@code running}.
 *
 * @param text as PostgreSQL writes it
 */
record Snapshot(String text, long xmin, long xmax, List<Long> running) {
    private static final Pattern FORM = Pattern.compile("(\\d+):(\\d+):((?:\\d+)(?:,\\d+)*)?");

    static Snapshot parse(String text) {
        var match = FORM.matcher(text);
        if (!match.matches()) throw new IllegalArgumentException("not a snapshot: " + text);
        var running = match.group(3);
        return new Snapshot(
                text,
                Long.parseUnsignedLong(match.group(1)),
                Long.parseUnsignedLong(match.group(2)),
                running == null || running.isEmpty()
                        ? List.of()
                        : Arrays.stream(running.split(",", -1))
                                .map(Long::parseUnsignedLong)
                                .toList());
    }

    /**
     * The condition on a row's {@code changed} that it was not visible here and may be in {@code later}. It names the
     * very transactions, instead of everything after the oldest running one: beside a long import each round reads
     * only what is new, and always by the index. The upper end leaves out rows that a restore brought with numbers of
     * another server's transactions.
     */
    String changedSince(String column, Snapshot later) {
        var fresh = "(%s >= '%d'::xid8 and %s < '%d'::xid8)".formatted(column, xmax, column, later.xmax);
        if (running.isEmpty()) return fresh;
        var were = running.stream().map("'%d'::xid8"::formatted).toList();
        return "(" + fresh + " or " + column + " in (" + String.join(", ", were) + "))";
    }
}
