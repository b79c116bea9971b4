package regulars.kernel;

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
}
