package regulars.boot;

import static regulars.boot.Exit.BAD_SETTING;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import regulars.kernel.Installation;

/** What the operator says by {@code REGULARS_*}; everything else is set in the product. */
public record StartSettings(Path data, String bind, int port, URI address, Optional<DatabaseUrl> database) {
    private static final int HIGHEST_PORT = 65_535;
    private static final Set<String> LOG_FORMS = Set.of("TEXT", "JSON");

    public StartSettings {
        data = data.toAbsolutePath().normalize();
    }

    public static StartSettings read(Map<String, String> environment) {
        var port = port(value(environment, "REGULARS_PORT", "8080"));
        requireLogForm(value(environment, "REGULARS_LOG", "TEXT"));
        return new StartSettings(
                data(value(environment, "REGULARS_DATA", "./data")),
                value(environment, "REGULARS_BIND", "127.0.0.1"),
                port,
                address(value(environment, "REGULARS_URL", "http://localhost:" + port)),
                Optional.of(value(environment, "REGULARS_DATABASE_URL", ""))
                        .filter(url -> !url.isEmpty())
                        .map(DatabaseUrl::parse));
    }

    Installation installation() {
        return new Installation(data, address);
    }

    private static String value(Map<String, String> environment, String name, String otherwise) {
        var value = environment.getOrDefault(name, "").strip();
        return value.isEmpty() ? otherwise : value;
    }

    private static Path data(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw bad("REGULARS_DATA", text, "the name of a folder, such as ./data", e);
        }
    }

    private static int port(String text) {
        try {
            var port = Integer.parseInt(text);
            if (port > 0 && port <= HIGHEST_PORT) return port;
            throw new NumberFormatException("out of range");
        } catch (NumberFormatException e) {
            throw bad("REGULARS_PORT", text, "a number from 1 to 65535, such as 8080", e);
        }
    }

    private static URI address(String text) {
        try {
            var address = new URI(text.replaceFirst("/+$", ""));
            var web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            if (web && address.getHost() != null && address.getQuery() == null && address.getFragment() == null)
                return address;
            throw new URISyntaxException(text, "not a plain web address");
        } catch (URISyntaxException e) {
            throw bad("REGULARS_URL", text, "the web address people use, such as https://mail.example.com", e);
        }
    }

    /** The log itself reads it, long before anything could be said about it. */
    private static void requireLogForm(String text) {
        if (LOG_FORMS.contains(text)) return;
        throw bad("REGULARS_LOG", text, "TEXT or JSON", null);
    }

    private static StartFault bad(String name, String value, String expected, @Nullable Exception cause) {
        return new StartFault(BAD_SETTING, "%s is '%s': it must be %s".formatted(name, value, expected), cause);
    }
}
