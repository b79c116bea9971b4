package postgres;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/** Why the server could not be had; the message says the cause and what to do about it. */
public final class PostgresFault extends RuntimeException {
    public enum Kind {
        FOLDER_NOT_USABLE,
        FOLDER_IN_USE,
        DISK_FULL,
        OTHER_VERSION,
        PROGRAMS_MISSING,
        NOT_STARTED
    }

    private final Kind kind;

    PostgresFault(Kind kind, String message) {
        this(kind, message, null);
    }

    PostgresFault(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    @Override
    public String getMessage() {
        return requireNonNull(super.getMessage());
    }

    public Kind kind() {
        return kind;
    }
}
