package e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every screen there is, read from the routes of the features, so that a new one is looked at without being named. */
final class Screens {
    private static final Path FEATURES = Path.of("..", "web", "src", "features");
    private static final Pattern ROUTE = Pattern.compile("\\bpath: '([^']+)'");
    private static final String NOBODY = "019a0000-0000-7000-8000-000000000000";

    private Screens() {}

    /** Addresses of all screens; a screen about one thing takes the first of its list. */
    static List<String> addresses(Visitor visitor) throws IOException {
        try (var files = Files.walk(FEATURES)) {
            var routes = files.filter(file -> file.endsWith("routes.tsx"))
                    .sorted()
                    .flatMap(Screens::paths)
                    .map(path -> filled(path, visitor))
                    .toList();
            if (routes.size() < 20) throw new IllegalStateException("the routes are not found any more: " + routes);
            return routes;
        }
    }

    private static Stream<String> paths(Path file) {
        try {
            return ROUTE.matcher(Files.readString(file)).results().map(found -> found.group(1)).toList().stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String filled(String path, Visitor visitor) {
        var parameter = Pattern.compile("^(/.*?)/\\$\\w+").matcher(path);
        if (!parameter.find()) return path;
        MatchResult found = parameter.toMatchResult();
        return found.group(1) + "/" + first(found.group(1), visitor) + path.substring(found.end());
    }

    /** Of a list that is empty nobody is the first; the screen must then say so in good order. Orders are a customer's. */
    private static String first(String list, Visitor visitor) {
        if (list.equals("/orders")) return first("/customers/" + first("/customers", visitor) + "/orders", visitor);
        var items = visitor.ask("/api/v1" + list + "?limit=1").path("items");
        if (items.isEmpty()) return NOBODY;
        var one = items.get(0);
        var id = one.path("id").isString() ? one.path("id") : one.findValue("id");
        return id == null ? NOBODY : id.asString();
    }
}
