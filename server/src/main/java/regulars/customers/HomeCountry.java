package regulars.customers;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import regulars.access.OrganisationSettings;

/** Where a phone number without a country code is taken to be. */
public final class HomeCountry {
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private HomeCountry() {}

    /** The code of a currency begins with that of its country, save for a few such as the euro: then null. */
    public static @Nullable String of(OrganisationSettings organisation) {
        var guess = organisation.currency().substring(0, 2);
        return COUNTRIES.contains(guess) ? guess : null;
    }
}
