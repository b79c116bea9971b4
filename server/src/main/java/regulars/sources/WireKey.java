package regulars.sources;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** The write key that a request brings in its header: as the user of Basic, or as Bearer. */
final class WireKey {
    private static final String BASIC = "Basic ";
    private static final String BEARER = "Bearer ";

    private WireKey() {}

    /** Null when it brings none, so that the body may have it. */
    static @Nullable String of(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) return null;
        if (header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return header.substring(BEARER.length()).strip();
        }
        return header.regionMatches(true, 0, BASIC, 0, BASIC.length())
                ? user(header.substring(BASIC.length()).strip())
                : "";
    }

    private static String user(String encoded) {
        try {
            var pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0 ? pair : pair.substring(0, colon);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
