package regulars.access.web;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Discriminator;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/**
 * Describes an interface with {@code @JsonSubTypes} as what it is, one of several records told apart by a constant: the
 * libraries leave out which constant means which record, and a typed client would then guess wrong.
 */
@Component
final class SealedShapes implements ModelConverter, OpenApiCustomizer {
    private static final String REFERENCE = "#/components/schemas/";

    private final Map<String, Class<?>> found = new ConcurrentSkipListMap<>();

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        var raw = raw(type);
        if (raw.isAnnotationPresent(JsonSubTypes.class)) found.put(raw.getSimpleName(), raw);
        return chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
    }

    private static Class<?> raw(AnnotatedType type) {
        if (type.getType() instanceof JavaType known) return known.getRawClass();
        return Json31.mapper().constructType(type.getType()).getRawClass();
    }

    @Override
    public void customise(OpenAPI api) {
        found.forEach((name, type) -> describe(name, type, api.getComponents().getSchemas()));
    }

    private static void describe(String name, Class<?> type, Map<String, Schema> schemas) {
        var property = type.getAnnotation(JsonTypeInfo.class).property();
        var kinds = new LinkedHashMap<String, String>();
        for (var sub : type.getAnnotation(JsonSubTypes.class).value()) {
            var subName = sub.value().getSimpleName();
            var described = described(sub.value(), subName, schemas);
            kinds.put(sub.name(), REFERENCE + subName);
            schemas.put(subName, alone(described, property, sub.name()));
        }
        var discriminator = new Discriminator().propertyName(property);
        discriminator.setMapping(kinds);
        List<Schema> one = new ArrayList<>();
        kinds.values().forEach(reference -> one.add(new Schema<>().$ref(reference)));
        schemas.put(name, new Schema<>().oneOf(one).discriminator(discriminator));
    }

    /** Nothing but this interface names its records, so they are not in the description yet, nor what they consist of. */
    private static Schema<?> described(Class<?> type, String name, Map<String, Schema> schemas) {
        var known = schemas.get(name);
        if (known != null) return known;
        var resolved =
                ModelConverters.getInstance(true).resolveAsResolvedSchema(new AnnotatedType(type).resolveAsRef(false));
        resolved.referencedSchemas.forEach(schemas::putIfAbsent);
        return resolved.schema;
    }

    /** The record by itself, with the constant that names it. */
    private static Schema<?> alone(Schema<?> described, String property, String constant) {
        var own = own(described);
        var kind = new Schema<String>();
        kind.addType("string");
        kind.setEnum(List.of(constant));
        var properties = new LinkedHashMap<String, Schema>();
        properties.put(property, kind);
        if (own.getProperties() != null) own.getProperties().forEach(properties::putIfAbsent);
        var alone = new Schema<>();
        alone.addType("object");
        alone.setDescription(described.getDescription());
        alone.setProperties(properties);
        var required = new ArrayList<String>(List.of(property));
        if (own.getRequired() != null) required.addAll(own.getRequired());
        if (described != own && described.getRequired() != null) required.addAll(described.getRequired());
        alone.setRequired(required.stream().distinct().toList());
        return alone;
    }

    private static Schema<?> own(Schema<?> described) {
        if (described.getAllOf() == null) return described;
        for (Schema<?> part : described.getAllOf()) {
            if (part.get$ref() == null) return part;
        }
        return new Schema<>();
    }
}
