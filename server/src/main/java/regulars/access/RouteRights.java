package regulars.access;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import regulars.kernel.Needs;
import regulars.kernel.Permission;
import regulars.kernel.SignedIn;

/** What each route asks of its caller. A route of ours that does not say keeps the server from starting. */
@Component
class RouteRights implements SmartInitializingSingleton {
    private final RequestMappingHandlerMapping controllers;
    private final List<PublicRoute> publicRoutes;
    private final Map<Method, Right> byHandler = new ConcurrentHashMap<>();

    RouteRights(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping controllers,
            List<PublicRoute> publicRoutes) {
        this.controllers = controllers;
        this.publicRoutes = List.copyOf(publicRoutes);
    }

    @Override
    public void afterSingletonsInstantiated() {
        var silent = new ArrayList<String>();
        controllers.getHandlerMethods().forEach((route, handler) -> {
            if (of(handler) instanceof Right.Closed && isOurs(handler)) silent.add(said(route, handler));
        });
        if (silent.isEmpty()) return;
        throw new IllegalStateException("These routes do not say who may call them: " + String.join("; ", silent)
                + ". Write @Needs(Permission.X) on the handler or its controller with X one of "
                + Arrays.toString(Permission.values())
                + ", or @SignedIn for whoever is signed in, or add a PublicRoute bean for strangers");
    }

    /** Each route of ours by its verb and pattern. */
    void each(RouteVisitor visitor) {
        controllers.getHandlerMethods().forEach((route, handler) -> {
            for (var verb : route.getMethodsCondition().getMethods()) {
                for (var pattern : route.getPatternValues()) visitor.visit(verb.name(), pattern, handler);
            }
        });
    }

    interface RouteVisitor {
        void visit(String verb, String pattern, HandlerMethod handler);
    }

    Right of(HandlerMethod handler) {
        return byHandler.computeIfAbsent(handler.getMethod(), method -> read(handler));
    }

    /** Whether the request is for a route of this room: about accounts, keys and the like. */
    boolean isOwnRoom(HttpServletRequest request) {
        try {
            var found = controllers.getHandler(request);
            return found != null
                    && found.getHandler() instanceof HandlerMethod handler
                    && handler.getBeanType().getPackage().equals(RouteRights.class.getPackage());
        } catch (Exception e) {
            return false; // a wrong method or type: the same search says so again, and runs nothing
        }
    }

    private Right read(HandlerMethod handler) {
        if (isOpen(handler)) return new Right.Open();
        for (var place : List.of(handler.getMethod(), handler.getBeanType())) {
            var needs = AnnotatedElementUtils.findMergedAnnotation(place, Needs.class);
            var signedIn = AnnotatedElementUtils.findMergedAnnotation(place, SignedIn.class);
            if (needs != null) return new Right.Held(needs.value());
            if (signedIn != null) return new Right.Recognised(signedIn.peopleOnly());
        }
        return new Right.Closed();
    }

    private boolean isOpen(HandlerMethod handler) {
        var routes = controllers.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getMethod().equals(handler.getMethod()))
                .map(Map.Entry::getKey)
                .toList();
        return !routes.isEmpty() && routes.stream().allMatch(this::isOpen);
    }

    private boolean isOpen(RequestMappingInfo route) {
        var methods = route.getMethodsCondition().getMethods();
        return !methods.isEmpty()
                && methods.stream()
                        .allMatch(method ->
                                route.getPatternValues().stream().allMatch(pattern -> isOpen(method, pattern)));
    }

    private boolean isOpen(RequestMethod method, String pattern) {
        if (Door.isSignIn(method.name(), pattern)) return true;
        return publicRoutes.stream()
                .anyMatch(open -> open.method().equals(method.asHttpMethod())
                        && open.pattern().equals(pattern));
    }

    private static boolean isOurs(HandlerMethod handler) {
        return handler.getBeanType().getPackageName().startsWith("regulars");
    }

    private static String said(RequestMappingInfo route, HandlerMethod handler) {
        Set<RequestMethod> methods = route.getMethodsCondition().getMethods();
        var verbs = methods.stream().map(RequestMethod::name).collect(Collectors.joining("|"));
        return verbs + " " + String.join(", ", route.getPatternValues()) + " ("
                + handler.getBeanType().getSimpleName() + "."
                + handler.getMethod().getName() + ")";
    }
}
