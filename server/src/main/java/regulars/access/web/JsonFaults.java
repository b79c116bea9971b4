package regulars.access.web;

import static regulars.access.AccessFault.BODY_UNREADABLE;
import static regulars.access.AccessFault.FIELD_INVALID;
import static regulars.access.AccessFault.FIELD_MISSING;
import static regulars.access.AccessFault.FIELD_UNKNOWN;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import regulars.kernel.Fault;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.databind.json.JsonMapper;

/** What is wrong with a JSON body: which field, which value, what would be right. */
final class JsonFaults {
    private static final int LONGEST_VALUE = 100;

    private JsonFaults() {}

    static Fault of(Throwable thrown) {
        var fault = Causes.first(thrown, Fault.class);
        if (fault != null) return fault; // a record's own check, run while it was read
        var json = Causes.first(thrown, JacksonException.class);
        return json == null ? unreadable("The body is missing or cannot be read: send JSON") : of(json);
    }

    private static Fault of(JacksonException json) {
        var field = path(json.getPath());
        return switch (json) {
            case UnrecognizedPropertyException e ->
                new Fault(FIELD_UNKNOWN, "'" + field + "' is not known here" + known(e)).with("field", field);
            case InvalidNullException e ->
                new Fault(FIELD_MISSING, "'" + field(field, e) + "' is missing: send it")
                        .with("field", field(field, e));
            case InvalidFormatException e -> invalid(field, e.getValue(), expected(e.getTargetType()));
            case InvalidTypeIdException e ->
                invalid(field, e.getTypeId(), "it names no known kind of " + simple(e.getTargetType()));
            case ValueInstantiationException e -> invalid(field, null, "it breaks a rule of its own");
            case MismatchedInputException e -> invalid(field, null, expected(e.getTargetType()));
            case StreamConstraintsException _ ->
                unreadable("The body is nested too deep, or a text or number in it is too long"
                                + (field.isEmpty() ? "" : ", at '" + field + "'") + ": make it smaller")
                        .at(field, null);
            default -> unreadable("The body is not valid JSON" + place(json) + ": correct it there");
        };
    }

    private static String field(String path, InvalidNullException e) {
        var name = e.getPropertyName() == null ? "" : e.getPropertyName().getSimpleName();
        return path.isEmpty() ? name : path;
    }

    private static Fault unreadable(String message) {
        return new Fault(BODY_UNREADABLE, message);
    }

    private static Fault invalid(String field, @Nullable Object value, String why) {
        var shown = value == null ? null : shortened(value.toString());
        var told = shown == null ? "'" + field + "' is not right: " : "'" + field + "' cannot be '" + shown + "': ";
        return new Fault(FIELD_INVALID, told + why).at(field, shown);
    }

    private static String expected(@Nullable Class<?> type) {
        if (type != null && type.isEnum()) {
            return "use one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(JsonFaults::named)
                            .collect(Collectors.joining(", "));
        }
        return "send " + simple(type);
    }

    /** As it is written in JSON. */
    private static String named(Object constant) {
        return JsonMapper.shared().valueToTree(constant).asString();
    }

    private static String simple(@Nullable Class<?> type) {
        if (type == null) return "another value";
        if (Number.class.isAssignableFrom(type) || type.isPrimitive() && type != boolean.class) return "a number";
        if (List.class.isAssignableFrom(type)) return "a list";
        return type == String.class ? "text" : "a value of type " + type.getSimpleName();
    }

    private static String known(UnrecognizedPropertyException e) {
        var ids = e.getKnownPropertyIds();
        if (ids == null || ids.isEmpty()) return ": leave it out";
        return ": use " + ids.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
    }

    private static String place(JacksonException e) {
        var location = e.getLocation();
        return location == null || location.getLineNr() < 1
                ? ""
                : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static String path(List<JacksonException.Reference> references) {
        var path = new StringBuilder();
        for (var reference : references) {
            if (reference.getPropertyName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                if (!path.isEmpty()) path.append('.');
                path.append(reference.getPropertyName());
            }
        }
        return path.toString();
    }

    private static String shortened(String value) {
        return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…";
    }
}
