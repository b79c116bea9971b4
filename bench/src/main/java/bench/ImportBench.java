package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/**
 * Takes in a million customers and two million orders as files through the API, then the same files once more. Beside it,
 * in the same run and the same PostgreSQL, the least this can cost: COPY into staging and INSERT ... SELECT into tables
 * like ours including all their indexes; and for the second time, COPY alone. Figures are told only when both have come
 * to the same rows, and the one broken row in the middle of the customers has cost itself alone. Arguments: customers,
 * pairs (of which the medians are told, each in a fresh base, the baseline first in every second one).
 */
final class ImportBench implements Benchmark {
    private static final int CUSTOMERS = 1_000_000;
    private static final int PAIRS = 1;
    private static final double RATIO_BOUND = 3;
    private static final double REPEAT_BOUND = 1.5;
    private static final int HEAP_BOUND_MB = 1024;

    private record Pair(double first, double repeat, double copy, double copyAndInsert, int heap) {
        double ratio() {
            return first / copyAndInsert;
        }

        double repeatRatio() {
            return repeat / copy;
        }
    }

    @Override
    public Map<String, Object> run(List<String> arguments) throws Exception {
        int customers = arguments.isEmpty() ? CUSTOMERS : Integer.parseInt(arguments.getFirst());
        int pairs = arguments.size() < 2 ? PAIRS : Integer.parseInt(arguments.get(1));
        var work = Files.createTempDirectory("regulars-bench-import-");
        try {
            var files = ImportFiles.write(work, customers);
            var measured = new ArrayList<Pair>();
            for (int i = 0; i < pairs; i++) {
                var data = Files.createDirectory(work.resolve("pair-" + i));
                measured.add(pair(files, data, i % 2 == 1));
                FileSystemUtils.deleteRecursively(data);
            }
            return figures(measured, files);
        } finally {
            FileSystemUtils.deleteRecursively(work);
        }
    }

    private static Pair pair(ImportFiles files, Path work, boolean baselineFirst) throws Exception {
        int port = Ports.free();
        try (var target = new TargetProcess(ImportTarget.class, work, port, HEAP_BOUND_MB)) {
            var baseline = baselineFirst ? baseline(target, files) : new double[0];
            target.ask("settle");
            var api = new ImportApi(port);
            double first = seconds(api, files, "created");
            double repeat = seconds(api, files, "unchanged");
            int heap = Integer.parseInt(target.ask("heap"));
            if (!baselineFirst) baseline = baseline(target, files);
            var compared = target.ask("compare");
            if (!compared.equals("equal")) throw new IOException("the two came to different rows: " + compared);
            return new Pair(first, repeat, baseline[0], baseline[1], heap);
        }
    }

    private static double[] baseline(TargetProcess target, ImportFiles files) throws IOException {
        var answer = target.ask("baseline " + files.cleanPeople() + " " + files.orders())
                .split(" ");
        var seconds = new double[] {Double.parseDouble(answer[0]), Double.parseDouble(answer[1])};
        System.out.printf("COPY alone %.1f s, with INSERT ... SELECT %.1f s%n", seconds[0], seconds[1]);
        return seconds;
    }

    private static double seconds(ImportApi api, ImportFiles files, String outcome) throws Exception {
        long began = System.nanoTime();
        var people = api.importFile(files.people());
        double half = (System.nanoTime() - began) / 1e9;
        var orders = api.importFile(files.orders());
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf("customers %.1f s, orders %.1f s%n", half, seconds - half);
        check(people, outcome, files.customers(), 1);
        check(orders, outcome, files.orderCount(), 0);
        long line = people.path("problems").path(0).path("line").asLong();
        if (line != files.brokenLine()) throw new IOException("the broken row is told at line " + line);
        return seconds;
    }

    private static void check(JsonNode done, String outcome, int expected, int rejected) throws IOException {
        var counts = done.path("counts");
        if (counts.path(outcome).asInt() != expected || counts.path("rejected").asInt() != rejected) {
            throw new IOException("not all were " + outcome + ": " + done);
        }
    }

    private static Map<String, Object> figures(List<Pair> pairs, ImportFiles files) {
        double ratio = median(pairs, Pair::ratio);
        double repeat = median(pairs, Pair::repeatRatio);
        int heap = pairs.stream().mapToInt(Pair::heap).max().orElseThrow();
        double first = median(pairs, Pair::first);
        var figures = new LinkedHashMap<String, Object>();
        figures.put("holds", ratio <= RATIO_BOUND && repeat <= REPEAT_BOUND && heap <= HEAP_BOUND_MB);
        figures.put("ratio_to_copy", Figures.rounded(ratio, 2));
        figures.put("repeat_ratio", Figures.rounded(repeat, 2));
        figures.put("rows_per_s", Math.round((files.customers() + files.orderCount()) / first));
        figures.put("peak_heap_mb", heap);
        figures.put("bound_ratio", RATIO_BOUND);
        figures.put("bound_repeat", REPEAT_BOUND);
        figures.put("bound_heap_mb", HEAP_BOUND_MB);
        figures.put("import_s", Figures.rounded(first, 1));
        figures.put("repeat_s", Figures.rounded(median(pairs, Pair::repeat), 1));
        figures.put("copy_s", Figures.rounded(median(pairs, Pair::copy), 2));
        figures.put("copy_and_insert_s", Figures.rounded(median(pairs, Pair::copyAndInsert), 1));
        figures.put("broken_row_line", files.brokenLine());
        figures.put("customers", files.customers());
        figures.put("orders", files.orderCount());
        figures.put("pairs", pairs.size());
        figures.put("cores", Runtime.getRuntime().availableProcessors());
        return figures;
    }

    private static double median(List<Pair> pairs, ToDoubleFunction<Pair> value) {
        return Figures.median(pairs.stream().map(value::applyAsDouble).toList());
    }
}
