package regulars.access.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Describes our records as they are declared: every component is there, and only a {@code @Nullable} one may be null. */
@Component
final class RecordShapes implements ModelConverter {
    private static final String REFERENCE = "#/components/schemas/";

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        var raw = raw(type);
        if (JsonNode.class.isAssignableFrom(raw)) return new Schema<>(); // any JSON
        if (!chain.hasNext()) return null;
        var resolved = chain.next().resolve(type, context, chain);
        if (raw.isRecord() && raw.getPackageName().startsWith("regulars")) {
            var schema = definition(resolved, context);
            if (schema != null && schema.getProperties() != null) shape(raw, schema);
        }
        return resolved;
    }

    private static Class<?> raw(AnnotatedType type) {
        if (type.getType() instanceof JavaType known) return known.getRawClass();
        return Json31.mapper().constructType(type.getType()).getRawClass();
    }

    private static @Nullable Schema<?> definition(@Nullable Schema<?> resolved, ModelConverterContext context) {
        if (resolved == null || resolved.get$ref() == null) return resolved;
        return context.getDefinedModels().get(resolved.get$ref().substring(REFERENCE.length()));
    }

    private static void shape(Class<?> type, Schema<?> schema) {
        var required = new ArrayList<String>();
        for (RecordComponent component : type.getRecordComponents()) {
            var name = component.getName();
            var property = schema.getProperties().get(name);
            if (property == null) continue;
            boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            if (nullable && leavesOutNulls(type)) continue;
            if (nullable) schema.getProperties().put(name, orNull(property));
            // A request may leave out what may be null, and one shape serves both directions.
            if (!nullable) required.add(name);
        }
        schema.setRequired(required);
    }

    private static boolean leavesOutNulls(Class<?> type) {
        var included = type.getAnnotation(JsonInclude.class);
        return included != null && included.value() == JsonInclude.Include.NON_NULL;
    }

    private static Schema<?> orNull(Schema<?> property) {
        if (isAnything(property) || allowsNull(property)) return property;
        if (property.get$ref() == null && property.getEnum() == null && property.getTypes() != null) {
            var types = new LinkedHashSet<>(property.getTypes());
            types.add("null");
            property.setTypes(types);
            return property;
        }
        var nothing = new Schema<>();
        nothing.addType("null");
        return new Schema<>().oneOf(List.of(property, nothing));
    }

    private static boolean isAnything(Schema<?> property) {
        return property.get$ref() == null && property.getTypes() == null && property.getOneOf() == null;
    }

    private static boolean allowsNull(Schema<?> property) {
        return property.getOneOf() != null
                || property.getTypes() != null && property.getTypes().contains("null");
    }
}
