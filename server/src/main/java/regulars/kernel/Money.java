package regulars.kernel;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount in minor units (cents, kopecks) of an ISO 4217 currency.
 *
 * @param minor the amount in minor units
 * @param currency three upper-case letters
 */
public record Money(long minor, String currency) {
    public Money {
        if (!currency.matches("[A-Z]{3}")) throw new IllegalArgumentException("not an ISO currency: " + currency);
    }

    /** In major units, with as many digits after the point as the currency has: 12.50, and 1250 in yen. */
    public BigDecimal decimal() {
        int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        return BigDecimal.valueOf(minor, digits);
    }
}
