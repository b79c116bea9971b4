package regulars.access;

import io.swagger.v3.oas.models.Operation;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Says in the description of the API what each route asks of its caller. */
@Component
class PublishedRights implements GlobalOperationCustomizer {
    private final RouteRights rights;

    PublishedRights(RouteRights rights) {
        this.rights = rights;
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        operation.addExtension("x-permission", rights.of(handler).code());
        return operation;
    }
}
