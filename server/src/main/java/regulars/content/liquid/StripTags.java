package regulars.content.liquid;

import liqp.TemplateContext;
import liqp.filters.Filter;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** {@code strip_html} by a real parser: the library's regular expression takes quadratic time on hostile text. */
final class StripTags extends Filter {
    StripTags() {
        super("strip_html");
    }

    @Override
    public Object apply(@Nullable Object value, TemplateContext context, Object... parameters) {
        var state = RenderState.of(context);
        state.step();
        Values.check(value, state);
        return Jsoup.parse(asString(value, context)).text();
    }
}
