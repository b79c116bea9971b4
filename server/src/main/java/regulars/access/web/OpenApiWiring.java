package regulars.access.web;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.BinarySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What the description of the API says beside the routes: how to sign in, what a refusal looks like. */
@Configuration(proxyBeanMethods = false)
class OpenApiWiring {
    private static final String KEY = "apiKey";
    private static final String OCTET_STREAM = "application/octet-stream";

    @Bean
    OpenAPI description() {
        return new OpenAPI().info(new Info().title("Regulars").version("v1")).servers(List.of(new Server().url("/")));
    }

    @Bean
    @Order(1)
    OpenApiCustomizer problemsAndOrder() {
        return api -> {
            var problem = ModelConverters.getInstance(true)
                    .resolveAsResolvedSchema(new AnnotatedType(Problem.class).resolveAsRef(false));
            api.getComponents().addSchemas("Problem", problem.schema);
            api.getComponents()
                    .addSecuritySchemes(
                            KEY,
                            new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"));
            api.setSecurity(List.of(new SecurityRequirement().addList(KEY)));
            api.setTags(null);
            var paths = new Paths();
            new TreeMap<>(api.getPaths()).forEach((path, item) -> {
                item.readOperationsMap().forEach((method, operation) -> complete(path, method, operation));
                paths.addPathItem(path, item);
            });
            api.setPaths(paths);
        };
    }

    /** The id is made of the route: of method names the library numbers equal ones, and one more moves them all. */
    private static void complete(String path, HttpMethod method, Operation operation) {
        var words =
                path.replaceAll("^/api/v1", "").replaceAll("[^A-Za-z0-9]+", " ").strip();
        operation.setOperationId(
                (method + " " + words).toLowerCase(java.util.Locale.ROOT).replace(' ', '-'));
        operation.setTags(null);
        file(operation.getRequestBody());
        var reference = new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"));
        operation
                .getResponses()
                .addApiResponse(
                        "default",
                        new ApiResponse()
                                .description("A problem")
                                .content(new Content().addMediaType("application/problem+json", reference)));
    }

    /** A file is the whole body; an empty one is told as such, so the routes do not require it themselves. */
    private static void file(@Nullable RequestBody body) {
        if (body == null || !body.getContent().containsKey(OCTET_STREAM)) return;
        var file = body.getContent().get(OCTET_STREAM);
        file.setSchema(new BinarySchema());
        body.setRequired(true);
    }
}
