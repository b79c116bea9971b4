package regulars.channels;

import java.util.Locale;

/** Where a sending stands. */
public enum SendingState {
    /** Recipients are being added; nothing leaves. */
    HELD,
    RUNNING,
    /** A person stopped it; in-flight messages finish. */
    PAUSED,
    /** Too many of its messages could not be composed; a person resumes it after the repair. */
    STOPPED,
    CANCELLED,
    /** Nobody of it waits any more. */
    FINISHED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static SendingState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
