package regulars.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import regulars.kernel.Needs;
import regulars.kernel.Permission;

/**
 * Keeps in the audit what people and programs did in any room: each successful change, each export, and each read that
 * a route marks as one of personal data. The action is the operation. This room says more about its own.
 */
@Component
class RequestAudit implements HandlerInterceptor, WebMvcConfigurer {
    private static final Logger LOG = LoggerFactory.getLogger(RequestAudit.class);
    private static final Set<String> READING = Set.of(HttpMethod.GET.name(), HttpMethod.HEAD.name());

    private final RouteRights rights;
    private final Audit audit;

    RequestAudit(@Lazy RouteRights rights, Audit audit) {
        this.rights = rights;
        this.audit = audit;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception thrown) {
        if (thrown != null || response.getStatus() >= HttpStatus.BAD_REQUEST.value()) return;
        if (!(handler instanceof HandlerMethod method) || isOwnRoom(method)) return;
        if (!(rights.of(method) instanceof Right.Held(Permission used))) return;
        if (!isKept(request.getMethod(), method, used)) return;
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof Caller caller)) return;
        try {
            audit.add(caller.actor(), operation(route(request)), subject(request), Map.of("route", route(request)));
        } catch (RuntimeException e) {
            LOG.error("an entry of the audit is missing: {} by {}", route(request), caller.actor(), e);
        }
    }

    /** All that it keeps. */
    Set<String> operations() {
        var operations = new HashSet<String>();
        rights.each((verb, pattern, handler) -> {
            boolean kept = !isOwnRoom(handler)
                    && rights.of(handler) instanceof Right.Held(Permission used)
                    && isKept(verb, handler, used);
            if (kept) operations.add(operation(verb + " " + pattern));
        });
        return operations;
    }

    private static boolean isKept(String verb, HandlerMethod method, Permission used) {
        if (used == Permission.CUSTOMERS_EXPORT) return true;
        var needs = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), Needs.class);
        if (needs != null && needs.audited()) return true;
        return !READING.contains(verb) && !used.code().endsWith(".read");
    }

    private static boolean isOwnRoom(HandlerMethod method) {
        return method.getBeanType().getPackage().equals(RequestAudit.class.getPackage());
    }

    /** A word for the route that the screens have a sentence for, such as {@code patch_customers_id}. */
    static String operation(String route) {
        var plain = route.replace("/api/v1", "").toLowerCase(Locale.ROOT);
        return plain.replaceAll("[^a-z0-9]+", "_").replaceAll("_$", "");
    }

    private static String route(HttpServletRequest request) {
        return request.getMethod() + " " + request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    }

    /** The id in the address, else the word after the version. */
    private static String subject(HttpServletRequest request) {
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                && variables.get("id") != null) {
            return String.valueOf(variables.get("id"));
        }
        return request.getRequestURI().replaceFirst("^/api/v1/", "");
    }
}
