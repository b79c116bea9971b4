package regulars.kernel;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that cannot be done, said so that the reader can act: a stable code, a sentence with the cause and the
 * remedy, and where it applies the field and the value at fault.
 */
public final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient FaultCode code;
    private final transient Map<String, Object> params = new LinkedHashMap<>();

    public Fault(FaultCode code, String message) {
        super(message);
        this.code = code;
    }

    public Fault(FaultCode code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** Names the field at fault and the value it had. */
    public Fault at(String field, @Nullable Object value) {
        params.put("field", field);
        if (value != null) params.put("value", String.valueOf(value));
        return this;
    }

    /** A figure or name that a translated text of this code mentions. */
    public Fault with(String name, Object value) {
        params.put(name, value);
        return this;
    }

    public FaultCode code() {
        return code;
    }

    public Map<String, Object> params() {
        return params;
    }
}
