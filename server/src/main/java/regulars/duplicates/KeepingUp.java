package regulars.duplicates;

import java.time.Duration;
import org.springframework.stereotype.Component;
import regulars.work.Tick;

/** Compares whoever is new or changed with everybody, now and then. */
@Component
class KeepingUp implements Tick {
    private final Duplicates duplicates;

    KeepingUp(Duplicates duplicates) {
        this.duplicates = duplicates;
    }

    @Override
    public String name() {
        return "duplicates.keep-up";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        duplicates.keepUp();
    }
}
