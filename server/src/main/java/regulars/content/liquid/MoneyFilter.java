package regulars.content.liquid;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import liqp.TemplateContext;
import liqp.filters.Filter;
import org.jspecify.annotations.Nullable;

/** {@code {{ orders.total | money }}}: an amount in the organisation's currency, written as the template's language does. */
final class MoneyFilter extends Filter {
    MoneyFilter() {
        super("money");
    }

    @Override
    public @Nullable Object apply(@Nullable Object value, TemplateContext context, Object... parameters) {
        var state = RenderState.of(context);
        state.step();
        Values.check(value, state);
        if (value == null || !canBeNumber(value)) return null;
        var currency = Currency.getInstance(state.currency());
        var format = NumberFormat.getCurrencyInstance(state.locale());
        format.setCurrency(currency);
        format.setMinimumFractionDigits(currency.getDefaultFractionDigits());
        format.setMaximumFractionDigits(currency.getDefaultFractionDigits());
        return format.format(new BigDecimal(String.valueOf(asNumber(value))));
    }
}
