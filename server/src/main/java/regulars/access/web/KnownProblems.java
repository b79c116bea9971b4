package regulars.access.web;

import static regulars.access.AccessFault.BODY_TOO_LARGE;
import static regulars.access.AccessFault.BODY_UNREADABLE;
import static regulars.access.AccessFault.DATABASE_UNAVAILABLE;
import static regulars.access.AccessFault.FIELD_INVALID;
import static regulars.access.AccessFault.FIELD_MISSING;
import static regulars.access.AccessFault.MEDIA_TYPE_NOT_ACCEPTABLE;
import static regulars.access.AccessFault.MEDIA_TYPE_UNSUPPORTED;
import static regulars.access.AccessFault.METHOD_NOT_ALLOWED;
import static regulars.access.AccessFault.ROUTE_NOT_FOUND;
import static regulars.access.AccessFault.STATEMENT_TOO_LONG;
import static regulars.access.AccessFault.TEXT_UNUSABLE;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import regulars.kernel.Fault;

/** What the frameworks below us throw, said in our words. */
final class KnownProblems {
    private KnownProblems() {}

    /** Null for what nobody foresaw. */
    static @Nullable Problem of(Throwable thrown) {
        return switch (thrown) {
            case Fault fault -> Problem.of(fault);
            case HttpMessageNotReadableException e -> unreadable(e);
            case MethodArgumentNotValidException e -> invalid(e);
            case MethodArgumentTypeMismatchException e -> mismatch(e);
            case MissingServletRequestParameterException e -> missing(e.getParameterName());
            case MissingRequestHeaderException e -> missing(e.getHeaderName());
            case NoResourceFoundException e -> noRoute();
            case NoHandlerFoundException e -> noRoute();
            case HttpRequestMethodNotSupportedException e -> wrongMethod(e);
            case HttpMediaTypeNotSupportedException e -> wrongType(e);
            case HttpMediaTypeNotAcceptableException e -> notAcceptable();
            case MultipartException e -> unreadable(e);
            default -> ofTheDatabase(thrown);
        };
    }

    private static Problem unreadable(Exception e) {
        var tooLarge = Causes.first(e, BodyLimits.BodyTooLarge.class);
        if (tooLarge != null) return tooLarge(tooLarge.atMostBytes());
        return Problem.of(HttpStatus.BAD_REQUEST, JsonFaults.of(e));
    }

    static Problem tooLarge(long atMostBytes) {
        return Problem.of(
                new Fault(BODY_TOO_LARGE, "The body is too large: send at most " + atMostBytes + " bytes to this route")
                        .with("atMostBytes", atMostBytes));
    }

    private static Problem invalid(MethodArgumentNotValidException e) {
        var error = e.getBindingResult().getFieldError();
        if (error == null) {
            return Problem.of(HttpStatus.BAD_REQUEST, new Fault(BODY_UNREADABLE, "The values do not fit together"));
        }
        var fault = new Fault(FIELD_INVALID, "'" + error.getField() + "' " + error.getDefaultMessage());
        return Problem.of(HttpStatus.BAD_REQUEST, fault.at(error.getField(), error.getRejectedValue()));
    }

    private static Problem mismatch(MethodArgumentTypeMismatchException e) {
        var type = e.getRequiredType();
        var fault = new Fault(FIELD_INVALID, "'" + e.getName() + "' cannot be read" + remedy(type));
        return Problem.of(HttpStatus.BAD_REQUEST, fault.at(e.getName(), e.getValue()));
    }

    /** The constants of an enum as an address names them. */
    private static String remedy(@Nullable Class<?> type) {
        if (type == null) return ": correct it";
        if (!type.isEnum()) return " as " + type.getSimpleName() + ": correct it";
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .collect(Collectors.joining(", ", ": use one of ", ""));
    }

    private static Problem missing(String field) {
        return Problem.of(
                HttpStatus.BAD_REQUEST,
                new Fault(FIELD_MISSING, "'" + field + "' is missing: send it").with("field", field));
    }

    static Problem noRoute() {
        return Problem.of(
                new Fault(ROUTE_NOT_FOUND, "There is nothing at this address: /api/openapi.json lists what there is"));
    }

    private static Problem wrongMethod(HttpRequestMethodNotSupportedException e) {
        var fault = new Fault(METHOD_NOT_ALLOWED, "This address does not take " + e.getMethod() + ": see Allow");
        return Problem.of(HttpStatus.METHOD_NOT_ALLOWED, fault.with("method", e.getMethod()));
    }

    private static Problem wrongType(HttpMediaTypeNotSupportedException e) {
        var fault = new Fault(
                MEDIA_TYPE_UNSUPPORTED,
                "A body of type " + e.getContentType() + " is not read here: send " + e.getSupportedMediaTypes());
        return Problem.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, fault);
    }

    private static Problem notAcceptable() {
        return Problem.of(
                HttpStatus.NOT_ACCEPTABLE,
                new Fault(MEDIA_TYPE_NOT_ACCEPTABLE, "This address cannot answer in the type asked for by Accept"));
    }

    private static @Nullable Problem ofTheDatabase(Throwable thrown) {
        if (Causes.tookTooLong(thrown))
            return Problem.of(new Fault(
                    STATEMENT_TOO_LONG,
                    "The database was stopped, for the answer took too long: ask for less at a time, or try later"));
        if (Causes.unusableText(thrown))
            return Problem.of(new Fault(TEXT_UNUSABLE, "A text holds a NUL character: take it out and send it again"));
        return Causes.databaseGone(thrown) ? databaseGone() : null;
    }

    private static Problem databaseGone() {
        return Problem.of(new Fault(DATABASE_UNAVAILABLE, "The database does not answer right now: try again soon"));
    }
}
