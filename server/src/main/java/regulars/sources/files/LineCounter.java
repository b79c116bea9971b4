package regulars.sources.files;

/** Counts the lines of a text as it passes. Used by one thread. */
public final class LineCounter {
    private long lines;
    private long length;
    private long longest;
    private long broken;
    private boolean zero;

    public void count(char[] text, int end) {
        for (int i = 0; i < end; i++) {
            char one = text[i];
            if (one == 0 && !zero) {
                zero = true;
                broken++;
            }
            if (one == '\n') {
                lines++;
                length = 0;
                zero = false;
            } else if (++length > longest) {
                longest = length;
            }
        }
    }

    public TextScan scan() {
        return new TextScan(lines + (length > 0 ? 1 : 0), longest, broken);
    }
}
