package regulars.backup;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/** A backup that cannot be made or used until somebody acts; the message is one sentence with the cause and the remedy. */
public final class BackupFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BackupFault(String message) {
        this(message, null);
    }

    public BackupFault(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public String getMessage() {
        return requireNonNull(super.getMessage());
    }
}
