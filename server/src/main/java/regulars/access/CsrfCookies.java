package regulars.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;

/**
 * Keeps the cookie against forged requests away from what is open to strangers: nothing there asks for it, and a visitor
 * of somebody's site who loads the tracker has agreed to no cookie.
 */
final class CsrfCookies implements CsrfTokenRepository {
    private static final String API = "/api/";

    private final CsrfTokenRepository cookies;
    private final Predicate<HttpServletRequest> open;

    CsrfCookies(CsrfTokenRepository cookies, Predicate<HttpServletRequest> open) {
        this.cookies = cookies;
        this.open = open;
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return cookies.generateToken(request);
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        if (request.getRequestURI().startsWith(API) || !open.test(request)) cookies.saveToken(token, request, response);
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        return cookies.loadToken(request);
    }
}
