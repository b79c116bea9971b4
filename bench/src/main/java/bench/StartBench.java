package bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * How soon the product answers on a data folder that exists, and what it holds in memory when idle. The folder may be
 * named as an argument; otherwise an empty base is made first and the measured starts find it.
 */
final class StartBench implements Benchmark {
    private static final int RUNS = 3;
    private static final double READY_BOUND_S = 10;
    private static final double RESIDENT_BOUND_MB = 600;
    private static final double STOP_BOUND_S = 30;
    private static final Duration IDLE = Duration.ofSeconds(10);

    private record Run(double ready, double resident, double stop) {}

    @Override
    public Map<String, Object> run(List<String> arguments) throws Exception {
        var root = Path.of(System.getenv().getOrDefault("REGULARS_ROOT", "."));
        var work = Files.createTempDirectory("regulars-bench-start-");
        var data = arguments.isEmpty() ? work.resolve("data") : Path.of(arguments.getFirst());
        var runs = new ArrayList<Run>();
        once(root, data, work); // makes the folder, builds what is old and warms the disk: not counted
        for (int number = 1; number <= RUNS; number++) {
            var run = once(root, data, work);
            System.out.printf(
                    "run %d: ready after %.2f s, %.0f MB resident when idle, stopped in %.2f s%n",
                    number, run.ready(), run.resident(), run.stop());
            runs.add(run);
        }
        return figures(runs);
    }

    private static Run once(Path root, Path data, Path work) throws Exception {
        try (var product =
                new ProductProcess(root, data, work.resolve("product.log").toFile())) {
            var ready = product.awaitReady();
            var until = System.nanoTime() + IDLE.toNanos();
            while (System.nanoTime() < until) LockSupport.parkNanos(until - System.nanoTime());
            var resident = product.residentMegabytes();
            return new Run(ready, resident, product.stop());
        }
    }

    private static Map<String, Object> figures(List<Run> runs) {
        var ready = Figures.median(runs.stream().map(Run::ready).toList());
        var resident = Figures.median(runs.stream().map(Run::resident).toList());
        var stop = Figures.median(runs.stream().map(Run::stop).toList());
        var figures = new LinkedHashMap<String, Object>();
        figures.put("holds", ready <= READY_BOUND_S && resident <= RESIDENT_BOUND_MB && stop <= STOP_BOUND_S);
        figures.put("ready_s", Figures.rounded(ready, 2));
        figures.put("resident_mb", Figures.rounded(resident, 0));
        figures.put("stop_s", Figures.rounded(stop, 2));
        figures.put("bound_ready_s", READY_BOUND_S);
        figures.put("bound_resident_mb", RESIDENT_BOUND_MB);
        figures.put("runs", runs.size());
        figures.put(
                "ready_s_each",
                runs.stream().map(run -> Figures.rounded(run.ready(), 2)).toList());
        figures.put("resident", "sum of PSS over the JVM and PostgreSQL's processes after 10 s idle");
        figures.put("cores", Runtime.getRuntime().availableProcessors());
        figures.put("java", Runtime.version().toString());
        return figures;
    }
}
