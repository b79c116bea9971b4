package bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.context.SmartLifecycle;
import regulars.collect.Events;
import regulars.kernel.Actor;
import regulars.segments.LiveSegments;
import regulars.segments.Segments;
import regulars.segments.SelfChecks;
import regulars.warehouse.Warehouse;

/**
 * How soon a membership follows an event, with fifty segments on 1M customers and 20M events: alone, and beside a slow
 * preview; and what the live engine costs those who send events. Arguments: customers, seconds. The base is made once
 * and kept in {@code bench/target/base} (about 14 GB).
 */
final class LiveBench implements Benchmark {
    private static final int CUSTOMERS = 1_000_000;
    private static final int SECONDS = 60;
    private static final int SEGMENTS = 50;
    private static final int PER_SECOND = 1000;
    private static final int WARM_UP = 10;
    private static final int PAIRS = 3;
    private static final int PAIR_SECONDS = 10;
    private static final int SENDERS = 4;
    private static final double P50_BOUND = 0.7;
    private static final double P99_BOUND = 2;
    private static final double RATIO_BOUND = 0.6;
    private static final Duration LOADING = Duration.ofMinutes(40);

    @Override
    public Map<String, Object> run(List<String> arguments) throws Exception {
        int customers = arguments.isEmpty() ? CUSTOMERS : Integer.parseInt(arguments.getFirst());
        int seconds = arguments.size() < 2 ? SECONDS : Integer.parseInt(arguments.get(1));
        try (var base = SegmentBase.open(SegmentBase.Size.of(customers), Ports.free())) {
            base.bean(Warehouse.class).barrier(LOADING);
            var segments = base.bean(Segments.class);
            base.clearSegments();
            var run = Long.toString(System.nanoTime());
            long whole = base.bean(LiveSegments.class).figures().whole();
            var probed = segments.create("Probed " + run, LiveRules.probed(), Actor.SYSTEM);
            int name = 0;
            for (var rule : LiveRules.fortyNine()) segments.create("Live " + run + " " + ++name, rule, Actor.SYSTEM);
            base.settle(whole + SEGMENTS);
            var probes = new AtomicLong(
                    segments.members(probed).isEmpty()
                            ? 0
                            : segments.members(probed).last());
            var stream = new LiveStream(base.bean(Events.class), segments, probed, customers, probes);
            stream.run(PER_SECOND, WARM_UP);
            var alone = stream.run(PER_SECOND, seconds);
            var beside = besidePreviews(stream, segments, seconds);
            var ratios = throughput(stream, engine(base));
            base.settle(0);
            return figures(base, alone, beside, ratios, differences(base));
        }
    }

    /** @param each seconds that a preview took */
    private record Beside(List<Double> probes, List<Double> each) {}

    private static Beside besidePreviews(LiveStream stream, Segments segments, int seconds)
            throws InterruptedException {
        var over = new AtomicBoolean();
        var each = new ArrayList<Double>();
        var previews = Thread.ofPlatform().start(() -> {
            while (!over.get()) {
                long began = System.nanoTime();
                segments.counts(List.of(LiveRules.slow()), Instant.now());
                each.add((System.nanoTime() - began) / 1e9);
            }
        });
        try {
            return new Beside(stream.run(PER_SECOND, seconds), each);
        } finally {
            over.set(true);
            previews.join();
        }
    }

    /** The thread that follows, by its lifecycle: stopped and started as the product itself does. */
    private static SmartLifecycle engine(SegmentBase base) throws ClassNotFoundException {
        return (SmartLifecycle) base.bean(Class.forName("regulars.segments.LiveThread"));
    }

    /** On over off, alternating, so that neither has the better hour. */
    private static List<Double> throughput(LiveStream stream, SmartLifecycle engine) throws InterruptedException {
        List<Double> ratios = new ArrayList<>();
        stream.closedLoop(SENDERS, PAIR_SECONDS / 2);
        for (int pair = 0; pair < PAIRS; pair++) {
            double on = stream.closedLoop(SENDERS, PAIR_SECONDS);
            engine.stop();
            double off = stream.closedLoop(SENDERS, PAIR_SECONDS);
            engine.start();
            System.out.printf("events a second: %.0f with the live engine, %.0f without%n", on, off);
            ratios.add(on / off);
        }
        return ratios;
    }

    private static long differences(SegmentBase base) {
        var checks = base.bean(SelfChecks.class);
        var before = checks.last();
        checks.ask();
        var rounds = base.bean(LiveSegments.class);
        new Patience(Duration.ofMinutes(3), () -> (int) rounds.figures().rounds())
                .await("the self-check", () -> !checks.last().equals(before));
        return checks.last().orElseThrow().differences();
    }

    private static Map<String, Object> figures(
            SegmentBase base, List<Double> alone, Beside beside, List<Double> ratios, long differences) {
        double p50 = percentile(alone, 0.5);
        double p99 = percentile(alone, 0.99);
        double besideP99 = percentile(beside.probes(), 0.99);
        double ratio = Figures.median(ratios);
        var figures = new LinkedHashMap<String, Object>();
        figures.put(
                "holds",
                p50 <= P50_BOUND
                        && p99 <= P99_BOUND
                        && ratio >= RATIO_BOUND
                        && besideP99 <= 2 * p99
                        && differences == 0);
        figures.put("p50_s", Figures.rounded(p50, 3));
        figures.put("p99_s", Figures.rounded(p99, 3));
        figures.put("throughput_ratio", Figures.rounded(ratio, 2));
        figures.put("self_check_differences", differences);
        figures.put("beside_preview_p99_s", Figures.rounded(besideP99, 3));
        figures.put("beside_preview_ratio", Figures.rounded(besideP99 / p99, 2));
        figures.put("preview_s", Figures.rounded(Figures.median(beside.each()), 2));
        figures.put("probes", alone.size());
        figures.put("segments", SEGMENTS);
        figures.put("customers", base.customers());
        figures.put("cores", Runtime.getRuntime().availableProcessors());
        return figures;
    }

    private static double percentile(List<Double> values, double part) {
        var sorted = values.stream().sorted().toList();
        return sorted.get((int) Math.ceil(part * sorted.size()) - 1);
    }
}
