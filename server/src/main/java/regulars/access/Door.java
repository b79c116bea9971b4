package regulars.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import regulars.access.web.PublicRoutes;
import regulars.kernel.Permission;

/** The one place that says who may pass; what is not named here is refused. */
final class Door implements AuthorizationManager<RequestAuthorizationContext> {
    private static final String SESSION = "/api/v1/session";

    private final PublicRoutes publicRoutes;
    private final RequestMappingHandlerMapping controllers;
    private final RouteRights rights;

    Door(PublicRoutes publicRoutes, RequestMappingHandlerMapping controllers, RouteRights rights) {
        this.publicRoutes = publicRoutes;
        this.controllers = controllers;
        this.rights = rights;
    }

    @Override
    public Answer authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        var request = context.getRequest();
        if (publicRoutes.allows(request) || isSignIn(request)) return Answer.PASS;
        var right = right(request);
        if (right == null && isScreen(request)) return Answer.PASS;
        var known = authentication.get();
        var caller = known != null && known.getPrincipal() instanceof Caller one ? one : null;
        if (caller == null) return Answer.SIGN_IN;
        if (caller instanceof Caller.User user && user.mustChangePassword() && !withinSession(request)) {
            return Answer.CHANGE_PASSWORD;
        }
        return right == null ? Answer.PASS : answer(right, caller); // what nothing answers, nothing is done for
    }

    private static Answer answer(Right right, Caller caller) {
        return switch (right) {
            case Right.Open() -> Answer.PASS;
            case Right.Closed() -> Answer.CLOSED;
            case Right.Recognised(boolean peopleOnly) ->
                caller instanceof Caller.Key key && (peopleOnly || key.kind() == KeyKind.BROWSER)
                        ? Answer.PEOPLE_ONLY
                        : Answer.PASS;
            case Right.Held(Permission permission) ->
                caller.permissions().contains(permission) ? Answer.PASS : Answer.lacking(permission, caller);
        };
    }

    static boolean isSignIn(HttpServletRequest request) {
        return isSignIn(request.getMethod(), request.getRequestURI());
    }

    static boolean isSignIn(String method, String path) {
        return HttpMethod.POST.matches(method) && SESSION.equals(path);
    }

    /** What the handler of this request asks; null when there is none. */
    private @Nullable Right right(HttpServletRequest request) {
        try {
            if (!ServletRequestPathUtils.hasParsedRequestPath(request)) {
                ServletRequestPathUtils.parseAndCache(request);
            }
            var found = controllers.getHandler(request);
            if (found == null) return null;
            return found.getHandler() instanceof HandlerMethod handler ? rights.of(handler) : new Right.Closed();
        } catch (Exception e) {
            return new Right.Recognised(
                    false); // a wrong method or type: the same search says so again, and runs nothing
        }
    }

    /** The built screens are the same files for everybody; whatever a controller answers is not one of them. */
    private static boolean isScreen(HttpServletRequest request) {
        if (!HttpMethod.GET.matches(request.getMethod()) && !HttpMethod.HEAD.matches(request.getMethod())) return false;
        return !request.getRequestURI().startsWith("/api");
    }

    private static boolean withinSession(HttpServletRequest request) {
        var asked = request.getRequestURI();
        return asked.equals(SESSION) || asked.startsWith(SESSION + "/");
    }

    /** Why somebody does not pass. */
    static final class Answer extends AuthorizationDecision {
        private static final long serialVersionUID = 1L;

        static final Answer PASS = new Answer(true, AccessFault.NOT_ALLOWED, "", null);
        static final Answer SIGN_IN =
                new Answer(false, AccessFault.NOT_SIGNED_IN, "Nobody is signed in: sign in first", null);
        static final Answer PEOPLE_ONLY =
                new Answer(false, AccessFault.NOT_ALLOWED, "An API key may not do this: sign in as a person", null);
        static final Answer CLOSED = new Answer(false, AccessFault.NOT_ALLOWED, "Nobody may do this", null);
        static final Answer CHANGE_PASSWORD = new Answer(
                false,
                AccessFault.PASSWORD_CHANGE_REQUIRED,
                "This password was generated: choose your own first",
                null);

        private final AccessFault code;
        private final String message;
        private final @Nullable Permission lacking;

        private Answer(boolean granted, AccessFault code, String message, @Nullable Permission lacking) {
            super(granted);
            this.code = code;
            this.message = message;
            this.lacking = lacking;
        }

        static Answer lacking(Permission permission, Caller caller) {
            var whose = caller instanceof Caller.Key ? "This API key" : "Your role";
            var message = whose + " does not have the right " + permission.code();
            return new Answer(false, AccessFault.PERMISSION_MISSING, message, permission);
        }

        AccessFault code() {
            return code;
        }

        String message() {
            return message;
        }

        @Nullable
        Permission lacking() {
            return lacking;
        }
    }
}
