package regulars.boot;

import static regulars.boot.Exit.BAD_SETTING;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A database and who logs in; {@code user} and {@code password} are absent when the address carries them itself. */
public record DatabaseUrl(
        String jdbc, @Nullable String user, @Nullable String password) {
    private static final String EXPECTED =
            "REGULARS_DATABASE_URL must look like postgresql://user:password@host:5432/database or jdbc:postgresql://...";

    /** Understands PostgreSQL's own form and JDBC's. */
    static DatabaseUrl parse(String text) {
        if (text.startsWith("jdbc:postgresql:")) return new DatabaseUrl(text, null, null);
        try {
            var uri = new URI(text);
            var known = "postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme());
            if (!known || uri.getHost() == null || uri.getPath().length() < 2)
                throw new URISyntaxException(text, EXPECTED);
            return of(uri);
        } catch (URISyntaxException e) {
            throw new StartFault(BAD_SETTING, EXPECTED); // without the cause: it would print the password
        }
    }

    private static DatabaseUrl of(URI uri) {
        var port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        var jdbc = "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query;
        if (uri.getRawUserInfo() == null) return new DatabaseUrl(jdbc, null, null);
        var login = uri.getRawUserInfo().split(":", 2);
        return new DatabaseUrl(jdbc, decoded(login[0]), login.length == 2 ? decoded(login[1]) : null);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "DatabaseUrl[...]"; // never into a log
    }
}
