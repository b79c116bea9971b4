package regulars.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.support.StaticWebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import regulars.kernel.Needs;
import regulars.kernel.Permission;
import regulars.kernel.SignedIn;

class RouteRightsTest {
    @Test
    void keepsARouteWithoutARightFromStarting() {
        var rights = rights(Forgetful.class);

        assertThatThrownBy(rights::afterSingletonsInstantiated)
                .hasMessageContaining("POST /forgotten (Forgetful.forgotten)")
                .hasMessageContaining("@Needs(Permission.X)")
                .hasMessageContaining("@SignedIn")
                .hasMessageContaining("PublicRoute")
                .hasMessageNotContaining("/open");
    }

    @Test
    void readsTheHandlerBeforeItsController() {
        var mapping = mapping(Careful.class);
        var rights = new RouteRights(mapping, List.of());
        rights.afterSingletonsInstantiated();

        assertThat(mapping.getHandlerMethods().values())
                .extracting(handler ->
                        handler.getMethod().getName() + " " + rights.of(handler).code())
                .containsExactlyInAnyOrder("all customers.read", "one customers.edit", "own signed-in-person");
    }

    private static RouteRights rights(Class<?> controller) {
        return new RouteRights(mapping(controller), List.of(new PublicRoute(HttpMethod.GET, "/open", 1)));
    }

    private static RequestMappingHandlerMapping mapping(Class<?> controller) {
        var context = new StaticWebApplicationContext();
        context.registerSingleton("controller", controller);
        var mapping = new RequestMappingHandlerMapping();
        mapping.setApplicationContext(context);
        mapping.afterPropertiesSet();
        return mapping;
    }

    @RestController
    static class Forgetful {
        @GetMapping("/open")
        void open() {}

        @PostMapping("/forgotten")
        void forgotten() {}
    }

    @RestController
    @Needs(Permission.CUSTOMERS_READ)
    static class Careful {
        @GetMapping("/all")
        void all() {}

        @PostMapping("/one")
        @Needs(Permission.CUSTOMERS_EDIT)
        void one() {}

        @GetMapping("/own")
        @SignedIn(peopleOnly = true)
        void own() {}
    }
}
