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
 * same past. Arguments: rows of the past, events a run, pairs (in every second one PostgreSQL comes first).
 */
final class IngestBench implements Benchmark {
    private static final int PAST = 20_000_000;
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

    private record Pair(
            double batches, double copied, double replayed, double singles, double inserted, double p99Millis) {}

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
        var baseline = baselineFirst ? baseline(target, events) : new double[0];
        long before = Long.parseLong(target.ask("count"));
        var batches = batches(run, events);
        double first = events / load.run(batches, 0).seconds();
        double again = events / load.run(batches, 0).seconds();
        int few = events / SINGLES_PART;
        double singles = few / load.run(singles(run + "s", few), 0).seconds();
        double p99 = load.run(singles(run + "h", few), singles / 2).quantile(0.99);
        long stored = Long.parseLong(target.ask("count")) - before;
        if (stored != events + 2L * few) throw new IOException("stored " + stored + " of " + (events + 2L * few));
        if (!baselineFirst) baseline = baseline(target, events);
        System.out.printf(
                "batches %.0f/s, again %.0f/s, COPY %.0f/s; singles %.0f/s, INSERT %.0f/s, p99 at half load %.1f ms%n",
                first, again, baseline[0], singles, baseline[1], p99);
        return new Pair(first, baseline[0], again, singles, baseline[1], p99);
    }

    private static double[] baseline(TargetProcess target, int events) throws IOException {
        double copied = Double.parseDouble(target.ask("copy " + events));
        return new double[] {copied, Double.parseDouble(target.ask("insert " + INSERTERS + " " + SECONDS))};
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
        var figures = new LinkedHashMap<String, Object>();
        figures.put("holds", batches >= BATCH_BOUND && singles >= SINGLE_BOUND && p99 < P99_BOUND_MS && replay >= 1);
        figures.put("batch_ratio_to_copy", Figures.rounded(batches, 2));
        figures.put("single_ratio_to_insert", Figures.rounded(singles, 2));
        figures.put("single_p99_ms", Figures.rounded(p99, 1));
        figures.put("replay_ratio_to_first", Figures.rounded(replay, 2));
        figures.put("bound_batch_ratio", BATCH_BOUND);
        figures.put("bound_single_ratio", SINGLE_BOUND);
        figures.put("bound_p99_ms", P99_BOUND_MS);
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
