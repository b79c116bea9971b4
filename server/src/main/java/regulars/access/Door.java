package regulars.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import regulars.access.web.PublicRoutes;

/** The one place that says who may pass; what is not named here is refused. */
final class Door implements AuthorizationManager<RequestAuthorizationContext> {
    private static final String SESSION = "/api/v1/session";
    private static final String KEYS = "/api/v1/api-keys";

    private final PublicRoutes publicRoutes;
    private final RequestMappingHandlerMapping controllers;

    Door(PublicRoutes publicRoutes, RequestMappingHandlerMapping controllers) {
        this.publicRoutes = publicRoutes;
        this.controllers = controllers;
    }

    @Override
    public Answer authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        var request = context.getRequest();
        if (publicRoutes.allows(request) || isSignIn(request) || isScreen(request)) return Answer.PASS;
        var known = authentication.get();
        var caller = known != null && known.getPrincipal() instanceof Caller one ? one : null;
        return switch (caller) {
            case null -> Answer.SIGN_IN;
            case Caller.Key key -> within(request, SESSION) || within(request, KEYS) ? Answer.REFUSE : Answer.PASS;
            case Caller.User user ->
                user.mustChangePassword() && !within(request, SESSION) ? Answer.CHANGE_PASSWORD : Answer.PASS;
        };
    }

    static boolean isSignIn(HttpServletRequest request) {
        return HttpMethod.POST.matches(request.getMethod()) && SESSION.equals(request.getRequestURI());
    }

    /** The built screens are the same files for everybody; whatever a controller answers is not one of them. */
    private boolean isScreen(HttpServletRequest request) {
        if (!HttpMethod.GET.matches(request.getMethod()) && !HttpMethod.HEAD.matches(request.getMethod())) return false;
        var path = request.getRequestURI();
        if (path.startsWith("/api")) return false;
        try {
            if (!ServletRequestPathUtils.hasParsedRequestPath(request)) {
                ServletRequestPathUtils.parseAndCache(request);
            }
            return controllers.getHandler(request) == null;
        } catch (Exception e) {
            return false; // a path nobody can read is nobody's screen
        }
    }

    private static boolean within(HttpServletRequest request, String path) {
        var asked = request.getRequestURI();
        return asked.equals(path) || asked.startsWith(path + "/");
    }

    /** Why somebody does not pass. */
    static final class Answer extends AuthorizationDecision {
        private static final long serialVersionUID = 1L;

        static final Answer PASS = new Answer(true, AccessFault.NOT_ALLOWED, "");
        static final Answer SIGN_IN =
                new Answer(false, AccessFault.NOT_SIGNED_IN, "Nobody is signed in: sign in first");
        static final Answer REFUSE =
                new Answer(false, AccessFault.NOT_ALLOWED, "An API key may not do this: sign in as a person");
        static final Answer CHANGE_PASSWORD = new Answer(
                false, AccessFault.PASSWORD_CHANGE_REQUIRED, "This password was generated: choose your own first");

        private final AccessFault code;
        private final String message;

        private Answer(boolean granted, AccessFault code, String message) {
            super(granted);
            this.code = code;
            this.message = message;
        }

        AccessFault code() {
            return code;
        }

        String message() {
            return message;
        }
    }
}
