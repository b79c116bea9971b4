package regulars.boot;

import org.jspecify.annotations.Nullable;

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

    public Exit exit() {
        return exit;
    }
}
