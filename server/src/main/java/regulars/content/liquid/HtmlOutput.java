package regulars.content.liquid;

import liqp.TemplateContext;
import liqp.filters.Filter;
import org.jspecify.annotations.Nullable;

/** Ends every output of an HTML part: a customer's value never becomes markup. */
final class HtmlOutput extends Filter {
    static final String NAME = "html_output";

    HtmlOutput() {
        super(NAME);
    }

    @Override
    public Object apply(@Nullable Object value, TemplateContext context, Object... parameters) {
        var state = RenderState.of(context);
        Values.check(value, state);
        String text = HtmlText.escape(asString(value, context));
        state.wrote(text.length());
        return text;
    }
}
