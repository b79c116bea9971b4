package regulars.content.liquid;

import java.util.Locale;
import liqp.TemplateContext;
import org.jspecify.annotations.Nullable;

/** What one rendering has used up so far and where it stands. Belongs to one thread. */
final class RenderState {
    /** No template can name it: a Liquid name has no control character. */
    static final String KEY = "\u0000state";

    private final long deadline = System.nanoTime() + Limits.RENDER.toNanos();
    private final LinkTracker links;
    private final Locale locale;
    private final String currency;
    private int line;
    private int steps;
    private long output;
    private @Nullable LiquidError exceeded;

    RenderState(LinkTracker links, Locale locale, String currency) {
        this.links = links;
        this.locale = locale;
        this.currency = currency;
    }

    static RenderState of(TemplateContext context) {
        return (RenderState) context.get(KEY);
    }

    void at(int reached) {
        line = reached;
        step();
    }

    void step() {
        if (++steps > Limits.STEPS) throw exceeded("The template takes more than " + Limits.STEPS + " steps.");
        if (System.nanoTime() > deadline)
            throw exceeded("The template takes longer than " + Limits.RENDER.toSeconds() + " seconds.");
    }

    void wrote(int chars) {
        output += chars;
        if (output > Limits.OUTPUT_CHARS)
            throw exceeded("The template writes more than " + Limits.OUTPUT_CHARS + " characters.");
    }

    LiquidError exceeded(String message) {
        var error = new LiquidError(line, message);
        if (exceeded == null) exceeded = error;
        return error;
    }

    @Nullable
    LiquidError exceeded() {
        return exceeded;
    }

    int line() {
        return line;
    }

    LinkTracker links() {
        return links;
    }

    Locale locale() {
        return locale;
    }

    String currency() {
        return currency;
    }
}
