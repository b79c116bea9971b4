package regulars.kernel;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person or a program may be allowed to do: a closed set. Each route names the one it needs by {@link Needs}. */
public enum Permission {
    CUSTOMERS_READ,
    CUSTOMERS_EDIT,
    CUSTOMERS_EXPORT,
    CUSTOMERS_ERASE,
    CONSENTS_EDIT,
    EVENTS_WRITE,
    IMPORTS_RUN,
    SEGMENTS_READ,
    SEGMENTS_EDIT,
    INSIGHT_READ,
    INSIGHT_EDIT,
    CONTENT_READ,
    CONTENT_EDIT,
    CAMPAIGNS_READ,
    CAMPAIGNS_EDIT,
    CAMPAIGNS_LAUNCH,
    MAILBOX_READ,
    JOBS_READ,
    JOBS_CANCEL,
    SETTINGS_MANAGE,
    USERS_MANAGE,
    KEYS_MANAGE,
    AUDIT_READ;

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '.');

    /** Stable and public, such as {@code customers.read}. */
    @JsonValue
    public String code() {
        return code;
    }

    /** Whether an API key can have it: who gets in is decided by people only. */
    public boolean forPrograms() {
        return this != USERS_MANAGE && this != KEYS_MANAGE;
    }

    /** Whether it is about everybody, so that whoever sees only some of the customers cannot have it. */
    public boolean forWholeBase() {
        return switch (this) {
            case EVENTS_WRITE,
                    IMPORTS_RUN,
                    INSIGHT_EDIT,
                    CAMPAIGNS_READ,
                    CAMPAIGNS_EDIT,
                    CAMPAIGNS_LAUNCH,
                    MAILBOX_READ,
                    SETTINGS_MANAGE,
                    USERS_MANAGE,
                    KEYS_MANAGE,
                    AUDIT_READ -> true;
            case CUSTOMERS_READ,
                    CUSTOMERS_EDIT,
                    CUSTOMERS_EXPORT,
                    CUSTOMERS_ERASE,
                    CONSENTS_EDIT,
                    SEGMENTS_READ,
                    SEGMENTS_EDIT,
                    INSIGHT_READ,
                    CONTENT_READ,
                    CONTENT_EDIT,
                    JOBS_READ,
                    JOBS_CANCEL -> false;
        };
    }

    /** Empty for a code of another version. */
    public static Optional<Permission> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }
}
