package regulars.content.liquid;

import liqp.TemplateContext;
import liqp.filters.Filter;
import org.jspecify.annotations.Nullable;

/** Last in a chain it says: this value is markup, do not escape it. {@link LiquidProgram} then leaves the escaping out. */
final class RawFilter extends Filter {
    static final String NAME = "raw";

    RawFilter() {
        super(NAME);
    }

    @Override
    public @Nullable Object apply(@Nullable Object value, TemplateContext context, Object... parameters) {
        RenderState.of(context).step();
        return value;
    }
}
