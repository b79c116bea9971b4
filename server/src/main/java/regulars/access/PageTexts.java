package regulars.access;

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

/** The words of a room's public pages in four languages. Safe for use by several threads. */
public final class PageTexts {
    public static final List<String> LANGUAGES = List.of("en", "ru", "uk", "zh");

    private final Map<String, Properties> words;

    /** @param room the files {@code messages/<room>_<language>.properties} */
    public PageTexts(String room) {
        words = LANGUAGES.stream().collect(Collectors.toMap(language -> language, language -> load(room, language)));
    }

    public String text(String language, String key) {
        var spoken = words.get(LANGUAGES.contains(language) ? language : "en");
        String text = spoken == null ? null : spoken.getProperty(key);
        if (text == null) throw new IllegalStateException("no text " + key + " in " + language);
        return text;
    }

    /**
     * The person's own language when we speak it, else the first of their browser's that we speak, else the fallback.
     */
    public static String choose(@Nullable String own, @Nullable String acceptLanguage, String fallback) {
        return choose(LANGUAGES, own, acceptLanguage, fallback);
    }

    /** The same of some of the languages. */
    public static String choose(
            List<String> spoken, @Nullable String own, @Nullable String acceptLanguage, String fallback) {
        if (own != null && spoken.contains(primary(own))) return primary(own);
        if (acceptLanguage != null && !acceptLanguage.isBlank()) {
            try {
                for (var range : Locale.LanguageRange.parse(acceptLanguage))
                    if (spoken.contains(primary(range.getRange()))) return primary(range.getRange());
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

    private static Properties load(String room, String language) {
        String name = "/messages/" + room + "_" + language + ".properties";
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
