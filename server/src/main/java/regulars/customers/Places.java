package regulars.customers;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import regulars.kernel.Fault;

/** Countries, languages and time zones by the names that people write in the four languages of the product. */
final class Places {
    private static final List<Locale> SPOKEN =
            List.of(Locale.ENGLISH, Locale.of("ru"), Locale.of("uk"), Locale.SIMPLIFIED_CHINESE);
    private static final Map<String, String> COUNTRIES = countries();
    private static final Map<String, String> LANGUAGES = languages();

    private Places() {}

    /** A code of two letters (ISO 3166-1), from a code or a name. */
    static String country(String given) {
        var code = COUNTRIES.get(key(given));
        if (code == null) {
            throw new Fault(
                            CustomersFault.COUNTRY_UNKNOWN,
                            "'" + given + "' is not a country: write its name or its code of two letters, such as UA.")
                    .at("country", given);
        }
        return code;
    }

    /** A code of two letters (ISO 639-1), from a code, a tag or a name. */
    static String language(String given) {
        var key = key(given);
        var code = LANGUAGES.get(key);
        if (code == null) code = LANGUAGES.get(key.split("[-_]", 2)[0]);
        if (code == null) {
            throw new Fault(
                            CustomersFault.LANGUAGE_UNKNOWN,
                            "'" + given + "' is not a language: write its name or its code of two letters, such as uk.")
                    .at("language", given);
        }
        return code;
    }

    static String zone(String given) {
        try {
            return ZoneId.of(given.strip()).getId();
        } catch (DateTimeException e) {
            throw new Fault(
                            CustomersFault.ZONE_UNKNOWN,
                            "'" + given + "' is not a time zone: write it as Europe/Kyiv or +03:00.")
                    .at("zone", given);
        }
    }

    private static Map<String, String> countries() {
        var names = new HashMap<String, String>();
        for (String code : Locale.getISOCountries()) {
            var country = Locale.of("", code);
            names.put(key(code), code);
            names.put(key(country.getISO3Country()), code);
            for (Locale reader : SPOKEN) names.putIfAbsent(key(country.getDisplayCountry(reader)), code);
        }
        names.put("uk", "GB");
        names.put("usa", "US");
        names.put("россия", "RU");
        names.put("росія", "RU");
        return Map.copyOf(names);
    }

    private static Map<String, String> languages() {
        var names = new HashMap<String, String>();
        for (String code : Set.of(Locale.getISOLanguages())) {
            var language = Locale.of(code);
            names.put(code, language.getLanguage());
            names.put(key(language.getISO3Language()), language.getLanguage());
            for (Locale reader : SPOKEN)
                names.putIfAbsent(key(language.getDisplayLanguage(reader)), language.getLanguage());
        }
        names.put("ua", "uk");
        names.put("cn", "zh");
        return Map.copyOf(names);
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
