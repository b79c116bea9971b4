package regulars.channels;

import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What last kept this node from sending, for the screen; null since the last success. Thread-safe. */
@Component
class SenderHealth {
    private final InstantSource clock;
    private volatile @Nullable Trouble trouble;

    SenderHealth(InstantSource clock) {
        this.clock = clock;
    }

    record Trouble(Instant since, String detail) {}

    @Nullable
    Trouble trouble() {
        return trouble;
    }

    void bad(String detail) {
        var before = trouble;
        trouble = new Trouble(before == null ? clock.instant() : before.since(), detail);
    }

    void good() {
        trouble = null;
    }
}
