package regulars.content.liquid;

import java.time.Duration;

/** How much a template may be and do; each bound is far above any honest mail. */
public final class Limits {
    public static final int SOURCE_CHARS = 300_000;
    public static final int PIECES = 5_000;
    public static final int DEPTH = 40;
    public static final int EXPRESSION_CHARS = 1_000;
    public static final int ITERATIONS = 10_000;
    public static final int OUTPUT_CHARS = 1_000_000;
    public static final int VALUE_CHARS = 50_000;
    public static final int LIST_ITEMS = 5_000;
    public static final int DIGITS = 40;
    public static final int STEPS = 200_000;
    public static final Duration RENDER = Duration.ofSeconds(2);

    private Limits() {}
}
