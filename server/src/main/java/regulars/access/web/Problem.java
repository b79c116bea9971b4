package regulars.access.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import regulars.access.AccessFault;
import regulars.kernel.Fault;
import regulars.kernel.FaultKind;

/**
 * What is wrong with a request (RFC 9457), said for a person and for a program.
 *
 * @param code stable; screens translate by it
 * @param params what a translated text mentions
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        @Nullable String field,
        @Nullable String value,
        @Nullable String remedy,
        @Nullable Map<String, Object> params) {

    static Problem of(Fault fault) {
        return of(status(fault.code().kind()), fault);
    }

    static Problem of(HttpStatus status, Fault fault) {
        var rest = new LinkedHashMap<>(fault.params());
        var field = text(rest.remove("field"));
        var value = text(rest.remove("value"));
        var remedy = text(rest.remove("remedy"));
        return new Problem(
                "about:blank",
                status.getReasonPhrase(),
                status.value(),
                String.valueOf(fault.getMessage()),
                fault.code().name(),
                field,
                value,
                remedy,
                rest.isEmpty() ? null : rest);
    }

    static HttpStatus status(FaultKind kind) {
        return switch (kind) {
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
            case MALFORMED -> HttpStatus.BAD_REQUEST;
            case UNAUTHENTICATED -> HttpStatus.UNAUTHORIZED;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case BUSY -> HttpStatus.TOO_MANY_REQUESTS;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }

    static Problem unexpected(String id) {
        var fault = new Fault(
                        AccessFault.UNEXPECTED,
                        "Something unexpected went wrong: the server's log has the cause under " + id)
                .with("id", id);
        return of(HttpStatus.INTERNAL_SERVER_ERROR, fault);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
