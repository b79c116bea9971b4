package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.springframework.util.FileSystemUtils;

/**
 * Events over HTTP, in hundreds and one by one, beside what PostgreSQL alone does with the same rows in tables like ours
 * with all their keys: COPY in commits of a thousand, and single inserts over 16 connections. Both sides begin with the
 * same past, none by default. Arguments: rows of the past (20,000,000 for the whole), events a run, pairs (in every second
 * one PostgreSQL comes first).
 */
final class IngestBench implements Benchmark {
    private static final int PAST = 0;
    private static final int EVENTS = 200_000;
    private static final int PAIRS = 5;
    private static final int CONNECTIONS = 32;
    private static final int INSERTERS = 16;
    private static final int BATCH = 100;
    private static final int SINGLES_PART = 10;
    private static final int SECONDS = 5;
    private static final double BATCH_BOUND = 0.5;
    private static final double SINGLE_BOUND = 0.4;
    private static final int HEAP_MB = 1024;
    private static final double P99_BOUND_MS = 100;
    private static final double CPU_BOUND = 3;

    /**
     * Things a second, milliseconds, and how often the cores' time of a plain row an event costs.
     *
     * @param serverCpu of the server alone against client and PostgreSQL of the plain insert
     * @param wholeCpu of server and PostgreSQL against the same
     */
    private record Pair(
            double batches,
            double copied,
            double replayed,
            double singles,
            double inserted,
            double p99Millis,
            double serverCpu,
            double wholeCpu) {}

    private record Baseline(double copied, double inserted, double cpuPerRow) {}

    @Override
    public Map<String, Object> run(List<String> arguments) throws Exception {
        int past = argument(arguments, 0, PAST);
        int events = argument(arguments, 1, EVENTS);
        int pairs = argument(arguments, 2, PAIRS);
        var work = Files.createTempDirectory("regulars-bench-ingest-");
        int port = Ports.free();
        try (var target = new TargetProcess(IngestTarget.class, work, port, HEAP_MB)) {
            target.ask("prefill " + past);
            var load = new WireLoad(port, CONNECTIONS);
            pair(target, load, "warm", events, false);
            var measured = new ArrayList<Pair>();
            for (int i = 0; i < pairs; i++) measured.add(pair(target, load, "pair" + i, events, i % 2 == 1));
            return figures(measured, past, events);
        } finally {
            FileSystemUtils.deleteRecursively(work);
        }
    }

    private static int argument(List<String> arguments, int place, int usual) {
        return arguments.size() > place ? Integer.parseInt(arguments.get(place)) : usual;
    }

    private static Pair pair(TargetProcess target, WireLoad load, String run, int events, boolean baselineFirst)
            throws Exception {
        var early = baselineFirst ? baseline(target, events) : null;
        long before = Long.parseLong(target.ask("count"));
        var batches = batches(run, events);
        double first = events / load.run(batches, 0).seconds();
        double again = events / load.run(batches, 0).seconds();
        int few = events / SINGLES_PART;
        var begin = CpuTime.read(target.ask("cpu"));
        double singles = few / load.run(singles(run + "s", few), 0).seconds();
        var cpu = CpuTime.read(target.ask("cpu")).since(begin);
        double p99 = load.run(singles(run + "h", few), singles / 2).quantile(0.99);
        long stored = Long.parseLong(target.ask("count")) - before;
        if (stored != events + 2L * few) throw new IOException("stored " + stored + " of " + (events + 2L * few));
        var plain = early == null ? baseline(target, events) : early;
        var pair = new Pair(
                first,
                plain.copied(),
                again,
                singles,
                plain.inserted(),
                p99,
                cpu.own() / few / plain.cpuPerRow(),
                cpu.whole() / few / plain.cpuPerRow());
        System.out.println(pair);
        return pair;
    }

    private static Baseline baseline(TargetProcess target, int events) throws IOException {
        double copied = Double.parseDouble(target.ask("copy " + events));
        var begin = CpuTime.read(target.ask("cpu"));
        double inserted = Double.parseDouble(target.ask("insert " + INSERTERS + " " + SECONDS));
        var cpu = CpuTime.read(target.ask("cpu")).since(begin);
        return new Baseline(copied, inserted, cpu.whole() / (inserted * SECONDS));
    }

    private static List<byte[]> batches(String run, int events) {
        return IntStream.range(0, events / BATCH)
                .mapToObj(batch -> {
                    var body = new StringBuilder("{\"batch\":[");
                    for (int i = 0; i < BATCH; i++) {
                        if (i > 0) body.append(',');
                        body.append(IngestEvents.message((long) batch * BATCH + i, run));
                    }
                    return WireLoad.request("/v1/batch", body.append("]}").toString());
                })
                .toList();
    }

    private static List<byte[]> singles(String run, int events) {
        return IntStream.range(0, events)
                .mapToObj(one -> WireLoad.request("/v1/track", IngestEvents.message(one, run)))
                .toList();
    }

    private static Map<String, Object> figures(List<Pair> pairs, int past, int events) {
        double batches = median(pairs, pair -> pair.batches() / pair.copied());
        double singles = median(pairs, pair -> pair.singles() / pair.inserted());
        double replay = median(pairs, pair -> pair.replayed() / pair.batches());
        double p99 = median(pairs, Pair::p99Millis);
        double cpu = median(pairs, Pair::serverCpu);
        var figures = new LinkedHashMap<String, Object>();
        boolean fast = batches >= BATCH_BOUND && singles >= SINGLE_BOUND && replay >= 1;
        figures.put("holds", fast && p99 < P99_BOUND_MS && cpu <= CPU_BOUND);
        figures.put("batch_ratio_to_copy", Figures.rounded(batches, 2));
        figures.put("single_ratio_to_insert", Figures.rounded(singles, 2));
        figures.put("single_p99_ms", Figures.rounded(p99, 1));
        figures.put("replay_ratio_to_first", Figures.rounded(replay, 2));
        figures.put("single_cpu_ratio", Figures.rounded(cpu, 2));
        figures.put("single_cpu_ratio_with_postgresql", Figures.rounded(median(pairs, Pair::wholeCpu), 2));
        figures.put("bound_batch_ratio", BATCH_BOUND);
        figures.put("bound_single_ratio", SINGLE_BOUND);
        figures.put("bound_p99_ms", P99_BOUND_MS);
        figures.put("bound_cpu_ratio", CPU_BOUND);
        figures.put("batch_events_per_s", Math.round(median(pairs, Pair::batches)));
        figures.put("copy_rows_per_s", Math.round(median(pairs, Pair::copied)));
        figures.put("single_events_per_s", Math.round(median(pairs, Pair::singles)));
        figures.put("insert_rows_per_s", Math.round(median(pairs, Pair::inserted)));
        figures.put("past_rows", past);
        figures.put("events", events);
        figures.put("pairs", pairs.size());
        figures.put("connections", CONNECTIONS);
        figures.put("cores", Runtime.getRuntime().availableProcessors());
        return figures;
    }

    private static double median(List<Pair> pairs, ToDoubleFunction<Pair> value) {
        return Figures.median(pairs.stream().map(value::applyAsDouble).toList());
    }
}
