package regulars.content.liquid;

import java.util.Collection;
import java.util.regex.Pattern;
import liqp.TemplateContext;
import liqp.filters.Filter;
import org.jspecify.annotations.Nullable;

/**
 * A filter of the library that cannot grow a value beyond the limits, and gives nothing where the library would throw
 * (a division by zero, text in place of a number), so that {@code default} can follow. Safe for use by several threads.
 */
final class GuardedFilter extends Filter {
    private static final Pattern WIDE = Pattern.compile("\\d{3,}");
    private final Filter filter;

    GuardedFilter(Filter filter) {
        super(filter.name);
        this.filter = filter;
    }

    @Override
    public @Nullable Object apply(@Nullable Object value, TemplateContext context, Object... parameters) {
        var state = RenderState.of(context);
        state.step();
        Values.check(value, state);
        for (Object parameter : parameters) Values.check(parameter, state);
        foresee(value, context, parameters);
        Object result = attempt(value, context, parameters);
        Values.check(result, state);
        return result;
    }

    private @Nullable Object attempt(@Nullable Object value, TemplateContext context, Object... parameters) {
        try {
            return filter.apply(value, context, parameters);
        } catch (LiquidError e) {
            throw e;
        } catch (RuntimeException e) {
            return null;
        }
    }

    /** Refuses, before the work is done, what would write too much. */
    private void foresee(@Nullable Object value, TemplateContext context, Object... parameters) {
        var state = RenderState.of(context);
        long expected = switch (name) {
            case "replace" -> replaced(asString(value, context), parameters, context);
            case "join" -> joined(value, parameters, context);
            case "append", "prepend" -> Values.chars(value, 0) + sum(parameters);
            case "round" -> digits(parameters);
            case "date" -> wide(parameters, context);
            default -> 0;
        };
        if (expected > Limits.VALUE_CHARS)
            throw state.exceeded(
                    "The filter \"" + name + "\" would write more than " + Limits.VALUE_CHARS + " characters.");
    }

    private static long sum(Object... parameters) {
        long sum = 0;
        for (Object parameter : parameters) sum += Values.chars(parameter, 0);
        return sum;
    }

    private long replaced(String text, Object[] parameters, TemplateContext context) {
        if (parameters.length < 2) return 0;
        String needle = asString(parameters[0], context);
        long times = 0;
        if (needle.isEmpty()) times = text.length() + 1L;
        else for (int at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length())) times++;
        return text.length()
                + times * Math.max(0, asString(parameters[1], context).length() - needle.length());
    }

    private long joined(@Nullable Object value, Object[] parameters, TemplateContext context) {
        long glue =
                parameters.length == 0 ? 1 : asString(parameters[0], context).length();
        long items =
                value instanceof Collection<?> list ? list.size() : value instanceof Object[] array ? array.length : 1;
        return Values.chars(value, 0) + items * glue;
    }

    private long digits(Object[] parameters) {
        boolean many = parameters.length > 0
                && canBeNumber(parameters[0])
                && Math.abs(asNumber(parameters[0]).doubleValue()) > 10;
        return many ? Long.MAX_VALUE : 0;
    }

    private long wide(Object[] parameters, TemplateContext context) {
        if (parameters.length == 0) return 0;
        String format = asString(parameters[0], context);
        return format.length() > 100 || WIDE.matcher(format).find() ? Long.MAX_VALUE : 0;
    }
}
