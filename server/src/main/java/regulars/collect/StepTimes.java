package regulars.collect;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** How long the steps of the gate took together since the start. Safe for use by several threads. */
@Component
final class StepTimes {
    private final Map<GateStep, LongAdder> nanos = new EnumMap<>(GateStep.class);

    StepTimes() {
        for (GateStep step : GateStep.values()) nanos.put(step, new LongAdder());
    }

    <T> T of(GateStep step, Supplier<T> work) {
        long begin = System.nanoTime();
        try {
            return work.get();
        } finally {
            add(step, System.nanoTime() - begin);
        }
    }

    void of(GateStep step, Runnable work) {
        long begin = System.nanoTime();
        try {
            work.run();
        } finally {
            add(step, System.nanoTime() - begin);
        }
    }

    void add(GateStep step, long took) {
        var sum = nanos.get(step);
        if (sum != null) sum.add(took);
    }

    /** In seconds. */
    Map<GateStep, Double> seconds() {
        var seconds = new EnumMap<GateStep, Double>(GateStep.class);
        nanos.forEach((step, sum) -> seconds.put(step, sum.sum() / 1e9));
        return seconds;
    }
}
