package regulars.access;

import org.springframework.http.HttpMethod;

/**
 * A route that needs no login and no CSRF token. Each is a bean; every route without one refuses strangers.
 *
 * @param pattern as in a controller's mapping, such as {@code /u/{token}}
 * @param perMinute requests a client address may make before it is answered 429
 */
public record PublicRoute(HttpMethod method, String pattern, int perMinute) {
    public PublicRoute {
        if (perMinute < 1) throw new IllegalArgumentException("a public route without a limit: " + pattern);
    }
}
