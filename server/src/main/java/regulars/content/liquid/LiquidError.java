package regulars.content.liquid;

/** A template that cannot be read or rendered, with the line of the author's source where it was seen. */
public final class LiquidError extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int line;

    public LiquidError(int line, String message) {
        super(message);
        this.line = line;
    }

    public LiquidError(int line, String message, Throwable cause) {
        super(message, cause);
        this.line = line;
    }

    public int line() {
        return line;
    }
}
