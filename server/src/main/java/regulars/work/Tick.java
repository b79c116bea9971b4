package regulars.work;

import java.time.Duration;

/** Something small to do again and again, by one node at a time. A bean; the interval is real time. */
public interface Tick {
    /** Unique, such as {@code campaigns.schedule}. */
    String name();

    Duration every();

    void run();
}
