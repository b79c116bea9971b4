package regulars.access.web;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.reflect.Constructor;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/**
 * Reads our records as they are declared: a component that is not {@code @Nullable} must be in the JSON. A list or map
 * that is left out is an empty one.
 */
final class NonNullByDefault extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated annotated) {
        var declared = super.findSetterInfo(config, annotated);
        if (annotated instanceof AnnotatedParameter parameter
                && declared.getValueNulls() == Nulls.DEFAULT
                && isOurs(parameter)
                && !isNullable(parameter)) {
            return declared.withValueNulls(isMany(parameter) ? Nulls.AS_EMPTY : Nulls.FAIL);
        }
        return declared;
    }

    private static boolean isMany(AnnotatedParameter parameter) {
        var type = parameter.getRawType();
        return Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type);
    }

    private static boolean isOurs(AnnotatedParameter parameter) {
        var type = parameter.getDeclaringClass();
        return type.isRecord() && type.getPackageName().startsWith("regulars");
    }

    private static boolean isNullable(AnnotatedParameter parameter) {
        if (!(parameter.getOwner().getAnnotated() instanceof Constructor<?> constructor)) return true;
        return constructor.getAnnotatedParameterTypes()[parameter.getIndex()].isAnnotationPresent(Nullable.class);
    }
}
