package regulars.boot;

import org.jspecify.annotations.Nullable;
import regulars.backup.BackupFault;

/** A start that cannot succeed until somebody acts; the message is one sentence with the cause and the remedy. */
public final class StartFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Exit exit;

    StartFault(Exit exit, String message) {
        this(exit, message, null);
    }

    StartFault(Exit exit, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.exit = exit;
    }

    public static StartFault of(BackupFault fault) {
        return new StartFault(Exit.BACKUP_NOT_USABLE, fault.getMessage(), fault);
    }

    public Exit exit() {
        return exit;
    }
}
