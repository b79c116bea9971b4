package regulars.content;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.Set;

/** Templates to begin with: one body in MJML, its words in four languages from {@code messages/content_*.properties}. */
final class StarterTemplates {
    private static final Set<String> LANGUAGES = Set.of("en", "ru", "uk", "zh");
    private static final List<String> KEYS = List.of("offer", "comeback", "welcome");

    private StarterTemplates() {}

    static List<StarterTemplate> in(String language) {
        String known = LANGUAGES.contains(language) ? language : "en";
        var words = words(known);
        return KEYS.stream().map(key -> starter(key, known, words)).toList();
    }

    private static StarterTemplate starter(String key, String language, Properties words) {
        var type = switch (key) {
            case "comeback" -> MessageType.REACTIVATION;
            case "welcome" -> MessageType.GREETING;
            default -> MessageType.PROMOTION;
        };
        var draft = new TemplateDraft(
                words.getProperty(key + ".name"),
                type,
                language,
                words.getProperty(key + ".subject"),
                words.getProperty(key + ".preheader"),
                TemplateFormat.MJML,
                fill(resource("/starters/letter.mjml"), key, words),
                null);
        return new StarterTemplate(key, draft);
    }

    private static String fill(String body, String key, Properties words) {
        String filled = body;
        for (String part : List.of("heading", "greeting", "lead", "button"))
            filled = filled.replace("[[" + part + "]]", words.getProperty(key + "." + part));
        return filled.replace("[[why]]", words.getProperty("footer.why"))
                .replace("[[unsubscribe]]", words.getProperty("footer.unsubscribe"));
    }

    private static Properties words(String language) {
        var words = new Properties();
        try {
            words.load(new java.io.StringReader(resource("/messages/content_" + language + ".properties")));
        } catch (IOException e) {
            throw new IllegalStateException("the words of the starter templates cannot be read", e);
        }
        return words;
    }

    private static String resource(String name) {
        try (InputStream in = StarterTemplates.class.getResourceAsStream(name)) {
            if (in == null) throw new IllegalStateException(name + " is missing from the jar");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(name + " cannot be read", e);
        }
    }
}
