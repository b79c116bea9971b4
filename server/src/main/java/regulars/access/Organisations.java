package regulars.access;

import java.time.ZoneId;
import java.util.Currency;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import regulars.kernel.Actor;
import regulars.kernel.Fault;

/** The one organisation's settings. Safe for use by several threads; another node's change is seen within seconds. */
@Service
public class Organisations {
    static final Set<String> LANGUAGES = Set.of("en", "ru", "uk", "zh");
    private static final long FRESH_NANOS = 5_000_000_000L;

    private final OrganisationStore store;
    private final Audit audit;
    private final AtomicReference<@Nullable Cached> cached = new AtomicReference<>();

    Organisations(OrganisationStore store, Audit audit) {
        this.store = store;
        this.audit = audit;
    }

    public OrganisationSettings get() {
        var known = cached.get();
        if (known != null && System.nanoTime() - known.read() < FRESH_NANOS) return known.settings();
        var settings = store.read();
        cached.set(new Cached(settings, System.nanoTime()));
        return settings;
    }

    @Transactional
    public void change(String company, String zone, String currency, String language, boolean configured, Actor actor) {
        if (company.isBlank() || company.length() > 200) {
            throw new Fault(AccessFault.FIELD_INVALID, "The company needs a name of 1 to 200 characters")
                    .at("company", company);
        }
        var settings = new OrganisationSettings(
                company.strip(), zone(zone), currency(currency), language(language), configured);
        store.write(settings);
        audit.add(actor, "organisation.changed", "organisation", settings);
        cached.set(null);
    }

    private static ZoneId zone(String zone) {
        if (ZoneId.getAvailableZoneIds().contains(zone)) return ZoneId.of(zone);
        throw new Fault(
                        AccessFault.FIELD_INVALID,
                        "'" + zone + "' is not a time zone: use an IANA name such as Europe/Kyiv")
                .at("zone", zone);
    }

    private static String currency(String currency) {
        var known = Currency.getAvailableCurrencies().stream()
                .anyMatch(one -> one.getCurrencyCode().equals(currency));
        if (known) return currency;
        throw new Fault(
                        AccessFault.FIELD_INVALID,
                        "'" + currency + "' is not a currency: use an ISO 4217 code such as UAH")
                .at("currency", currency);
    }

    static String language(String language) {
        if (LANGUAGES.contains(language)) return language;
        throw new Fault(AccessFault.FIELD_INVALID, "'" + language + "' is not offered: use en, ru, uk or zh")
                .at("language", language);
    }

    private record Cached(OrganisationSettings settings, long read) {}
}
