package regulars.content.liquid;

import liqp.TemplateContext;
import liqp.filters.Filter;
import org.jspecify.annotations.Nullable;

/** Ends every output of a text part, a subject, or one marked as markup: counts what is written, changes nothing. */
final class TextOutput extends Filter {
    static final String NAME = "text_output";

    TextOutput() {
        super(NAME);
    }

    @Override
    public Object apply(@Nullable Object value, TemplateContext context, Object... parameters) {
        var state = RenderState.of(context);
        Values.check(value, state);
        String text = asString(value, context);
        state.wrote(text.length());
        return text;
    }
}
