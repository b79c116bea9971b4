package regulars.warehouse;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much of the machine the mirror may use.
 *
 * @param memory DuckDB's limit; zero takes a quarter of the machine's memory, within 256 MB and 1 GB
 * @param threads of one query; zero takes every core, at most 8
 * @param readers queries at the same time
 * @param pause between two looks at PostgreSQL
 * @param queryTimeout after which a query is stopped
 */
@ConfigurationProperties("regulars.mirror")
public record MirrorSettings(
        @DefaultValue("0") DataSize memory,
        @DefaultValue("0") int threads,
        @DefaultValue("4") int readers,
        @DefaultValue("500ms") Duration pause,
        @DefaultValue("60s") Duration queryTimeout) {
    private static final long SMALLEST = DataSize.ofMegabytes(256).toBytes();
    private static final long LARGEST = DataSize.ofGigabytes(1).toBytes();
    private static final int MOST_THREADS = 8;

    static MirrorSettings defaults() {
        return new MirrorSettings(DataSize.ofBytes(0), 0, 4, Duration.ofMillis(500), Duration.ofSeconds(60));
    }

    long memoryBytes() {
        if (memory.toBytes() > 0) return memory.toBytes();
        return Math.clamp(Machine.memory() / 4, SMALLEST, LARGEST);
    }

    int threadCount() {
        if (threads > 0) return threads;
        return Math.min(Runtime.getRuntime().availableProcessors(), MOST_THREADS);
    }

    private static final class Machine {
        static long memory() {
            var system = java.lang.management.ManagementFactory.getOperatingSystemMXBean();
            return system instanceof com.sun.management.OperatingSystemMXBean known
                    ? known.getTotalMemorySize()
                    : SMALLEST * 4;
        }
    }
}
