package regulars.campaigns;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words of the public pages in four languages. */
final class PageTexts {
    static final List<String> LANGUAGES = List.of("en", "ru", "uk", "zh");
    private static final Map<String, Properties> WORDS =
            LANGUAGES.stream().collect(Collectors.toMap(language -> language, PageTexts::load));

    private PageTexts() {}

    static String text(String language, String key) {
        var words = WORDS.get(LANGUAGES.contains(language) ? language : "en");
        String text = words == null ? null : words.getProperty(key);
        if (text == null) throw new IllegalStateException("no text " + key + " in " + language);
        return text;
    }

    /** The person's own language when we speak it, else the first of their browser's that we speak, else the fallback. */
    static String choose(@Nullable String own, @Nullable String acceptLanguage, String fallback) {
        if (own != null && LANGUAGES.contains(primary(own))) return primary(own);
        if (acceptLanguage != null && !acceptLanguage.isBlank()) {
            try {
                for (var range : Locale.LanguageRange.parse(acceptLanguage))
                    if (LANGUAGES.contains(primary(range.getRange()))) return primary(range.getRange());
            } catch (IllegalArgumentException e) {
                return fallback;
            }
        }
        return fallback;
    }

    private static String primary(String tag) {
        int dash = tag.indexOf('-');
        return (dash < 0 ? tag : tag.substring(0, dash)).toLowerCase(Locale.ROOT);
    }

    private static Properties load(String language) {
        String name = "/messages/campaigns_" + language + ".properties";
        var words = new Properties();
        try (var in = PageTexts.class.getResourceAsStream(name)) {
            if (in == null) throw new IllegalStateException(name + " is missing from the jar");
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
        return words;
    }
}
