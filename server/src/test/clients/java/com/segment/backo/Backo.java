package com.segment.backo;

import java.util.concurrent.TimeUnit;

/**
 * Stands before the library's own pauses, which begin at fifteen seconds: the same calls, a fifth of a second each. The
 * library itself is as its makers ship it.
 */
public final class Backo {
    private static final long PAUSE_MILLIS = 200;

    private Backo() {}

    public static Builder builder() {
        return new Builder();
    }

    public void sleep(int attempt) throws InterruptedException {
        Thread.sleep(backoff(attempt));
    }

    public long backoff(int attempt) {
        return PAUSE_MILLIS;
    }

    /** Whatever it is told, the pause is the same. */
    public static final class Builder {
        private Builder() {}

        public Builder base(TimeUnit unit, long time) {
            return this;
        }

        public Builder factor(int factor) {
            return this;
        }

        public Builder jitter(int jitter) {
            return this;
        }

        public Builder cap(TimeUnit unit, long time) {
            return this;
        }

        public Backo build() {
            return new Backo();
        }
    }
}
