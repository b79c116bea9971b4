package e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The words of the screens in one language, from the very files that the screens read. */
record Texts(String language) {
    private static final Path SOURCES = Path.of("..", "web", "src");
    private static final Path MESSAGES = Path.of("..", "server", "src", "main", "resources", "messages");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The text of a key such as {@code sources:new.start}. */
    String say(String key) {
        var text = words(key.substring(0, key.indexOf(':')))
                .at("/" + key.substring(key.indexOf(':') + 1).replace('.', '/'));
        if (!text.isString()) throw new IllegalArgumentException("no text " + key + " in " + language);
        return text.asString();
    }

    /** What a text with gaps may look like when they are filled, in an expression that Java and the browser both read. */
    Pattern like(String key) {
        return Pattern.compile(Arrays.stream(say(key).split("\\{\\{\\w+}}", -1))
                .map(part -> part.replaceAll("[\\\\^$.|?*+()\\[\\]{}/]", "\\\\$0"))
                .collect(Collectors.joining(".*")));
    }

    /** The text of a public page, which speaks the language of the reader's browser. */
    String publicPage(String key) {
        var words = new Properties();
        try (var in = Files.newBufferedReader(MESSAGES.resolve("campaigns_" + language + ".properties"))) {
            words.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words.getProperty(key);
    }

    private JsonNode words(String room) {
        var file = switch (room) {
            case "shared", "app" -> SOURCES.resolve(room);
            default -> SOURCES.resolve("features").resolve(room);
        };
        try {
            return JSON.readTree(Files.readString(file.resolve("locales").resolve(language + ".json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
