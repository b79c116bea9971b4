package regulars.sources.files;

import java.util.Set;

/**
 * Reads the XML of a sheet or of its shared texts byte by byte, before anything parses it, and says whether a cell is
 * larger than any spreadsheet program makes one: a parser would hold it whole. Texts of a cell add up, however many runs
 * they are cut into. Documents with a DOCTYPE or CDATA, which such programs never write, are refused as well.
 */
final class CellSizes {
    /** Excel itself ends at 32,767 characters. */
    private static final int LARGEST = 1 << 20;

    private static final int LONGEST_NAME = 64;
    private static final Set<String> CELLS = Set.of("c", "si", "row", "/c", "/si", "/row");

    private final StringBuilder name = new StringBuilder();
    private State state = State.TEXT;
    private int text;
    private int tag;
    private int dashes;

    private enum State {
        TEXT,
        OPENED,
        TAG,
        EXCLAMATION,
        COMMENT,
        INSTRUCTION
    }

    /** False when the document is not to be read. */
    boolean takes(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            if (!takes((char) (bytes[i] & 0xff))) return false;
        }
        return true;
    }

    private boolean takes(char next) {
        switch (state) {
            case TEXT -> text(next);
            case OPENED -> opened(next);
            case TAG -> tag(next);
            case EXCLAMATION -> {
                if (next != '-') return false;
                state = State.COMMENT;
                dashes = 0;
            }
            case COMMENT -> comment(next);
            case INSTRUCTION -> {
                if (next == '>') state = State.TEXT;
            }
        }
        return text <= LARGEST && tag <= LARGEST;
    }

    private void text(char next) {
        if (next == '<') state = State.OPENED;
        else text++;
    }

    private void opened(char next) {
        if (next == '!') {
            state = State.EXCLAMATION;
        } else if (next == '?') {
            state = State.INSTRUCTION;
        } else {
            state = State.TAG;
            tag = 0;
            name.setLength(0);
            tag(next);
        }
    }

    private void tag(char next) {
        tag++;
        if (next == '>') {
            if (CELLS.contains(plainName())) text = 0;
            state = State.TEXT;
        } else if (name.length() < LONGEST_NAME) {
            name.append(next);
        }
    }

    /** Without the prefix of a namespace and without attributes. */
    private String plainName() {
        var first = name.toString().split("[\\s>]", 2)[0].replaceFirst("(?<=.)/$", "");
        int colon = first.indexOf(':');
        if (colon < 0) return first;
        return (first.startsWith("/") ? "/" : "") + first.substring(colon + 1);
    }

    private void comment(char next) {
        if (next == '>' && dashes >= 2) state = State.TEXT;
        dashes = next == '-' ? dashes + 1 : 0;
    }
}
