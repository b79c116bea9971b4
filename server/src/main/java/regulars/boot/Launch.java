package regulars.boot;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/** Runs the product as the process: says when it is ready, stops it on SIGTERM, ends with a code that tells why. */
public final class Launch {
    private static final Logger log = LoggerFactory.getLogger(Launch.class);
    /** A supervisor gives us 30 seconds. */
    private static final Duration LONGEST_STOP = Duration.ofSeconds(28);

    private Launch() {}

    public static Product run(
            Class<?> application,
            StartSettings settings,
            List<ApplicationContextInitializer<GenericApplicationContext>> changes) {
        var product = Product.start(application, settings, changes);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(product), "stop"));
        log.info("Ready at {} after {} s", settings.address(), "%.1f".formatted(secondsOfLife()));
        return product;
    }

    /** One sentence for a fault somebody can mend; a defect of ours keeps its trace. */
    public static int failed(RuntimeException failure) {
        if (failure instanceof StartFault fault) {
            System.err.println("regulars: " + fault.getMessage());
            return fault.exit().code();
        }
        log.error("The start failed", failure);
        return 1;
    }

    private static void stop(Product product) {
        log.info("Stopping");
        var stopping = Thread.ofPlatform().name("stopping").start(product::close);
        try {
            if (!stopping.join(LONGEST_STOP)) {
                log.warn("Not everything stopped in {}: the next start cleans up", LONGEST_STOP);
                Runtime.getRuntime().halt(1); // what was acknowledged is safe
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static double secondsOfLife() {
        return ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0;
    }
}
