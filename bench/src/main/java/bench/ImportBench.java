package bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/**
 * Takes in a million customers and two million orders as files through the API, then the same files once more. Beside it,
 * in the same run and the same PostgreSQL, the least this can cost: COPY into staging and INSERT ... SELECT into tables
 * like ours including all their indexes; and for the second time, COPY alone. A number of customers may be given.
 */
final class ImportBench implements Benchmark {
    private static final int CUSTOMERS = 1_000_000;
    private static final double RATIO_BOUND = 3;
    private static final double REPEAT_BOUND = 1.5;
    private static final int HEAP_BOUND_MB = 1024;

    @Override
    public Map<String, Object> run(List<String> arguments) throws Exception {
        int customers = arguments.isEmpty() ? CUSTOMERS : Integer.parseInt(arguments.getFirst());
        var work = Files.createTempDirectory("regulars-bench-import-");
        try {
            return run(work, customers);
        } finally {
            FileSystemUtils.deleteRecursively(work);
        }
    }

    private static Map<String, Object> run(Path work, int customers) throws Exception {
        var people = work.resolve("customers.csv");
        var orders = work.resolve("orders.csv");
        ImportFiles.customers(people, customers);
        ImportFiles.orders(orders, customers);
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        var process = target(work, port);
        try (var answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
                var commands = process.outputWriter(StandardCharsets.UTF_8)) {
            await(answers, "ready");
            var api = new ImportApi(port);
            double first = seconds(api, people, orders, customers, "created");
            double repeat = seconds(api, people, orders, customers, "unchanged");
            commands.write("heap\n");
            commands.flush();
            int heap = Integer.parseInt(await(answers, "answer").split(" ")[1]);
            commands.write("baseline " + people + " " + orders + "\n");
            commands.flush();
            var baseline = await(answers, "answer").split(" ");
            double copy = Double.parseDouble(baseline[1]);
            double all = Double.parseDouble(baseline[2]);
            System.out.printf("COPY alone %.1f s, with INSERT ... SELECT %.1f s%n", copy, all);
            return figures(new Times(first, repeat, copy, all), heap, customers);
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private record Times(double first, double repeat, double copy, double copyAndInsert) {}

    private static double seconds(ImportApi api, Path people, Path orders, int customers, String outcome)
            throws Exception {
        long began = System.nanoTime();
        var counts = api.importFile(people);
        double half = (System.nanoTime() - began) / 1e9;
        var ordered = api.importFile(orders);
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf("customers %.1f s, orders %.1f s%n", half, seconds - half);
        if (counts.path(outcome).asInt() != customers || ordered.path(outcome).asInt() != customers * 2) {
            throw new IOException("not all were " + outcome + ": " + counts + " " + ordered);
        }
        return seconds;
    }

    private static Process target(Path work, int port) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-Xmx" + HEAP_BOUND_MB + "m",
                        "-XX:+UseG1GC",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Duser.timezone=UTC",
                        "-Dorg.jooq.no-logo=true",
                        "-Dorg.jooq.no-tips=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "bench.ImportTarget",
                        work.resolve("data").toString(),
                        Integer.toString(port))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String await(BufferedReader answers, String word) throws IOException {
        for (var line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith(word)) return line;
        }
        throw new IOException("the product ended before it said '" + word + "'");
    }

    private static Map<String, Object> figures(Times times, int heap, int customers) {
        double ratio = times.first / times.copyAndInsert;
        double repeat = times.repeat / times.copy;
        var figures = new LinkedHashMap<String, Object>();
        figures.put("holds", ratio <= RATIO_BOUND && repeat <= REPEAT_BOUND && heap <= HEAP_BOUND_MB);
        figures.put("ratio_to_copy", Figures.rounded(ratio, 2));
        figures.put("repeat_ratio", Figures.rounded(repeat, 2));
        figures.put("rows_per_s", Math.round(3.0 * customers / times.first));
        figures.put("peak_heap_mb", heap);
        figures.put("bound_ratio", RATIO_BOUND);
        figures.put("bound_repeat", REPEAT_BOUND);
        figures.put("bound_heap_mb", HEAP_BOUND_MB);
        figures.put("import_s", Figures.rounded(times.first, 1));
        figures.put("repeat_s", Figures.rounded(times.repeat, 1));
        figures.put("copy_s", Figures.rounded(times.copy, 2));
        figures.put("copy_and_insert_s", Figures.rounded(times.copyAndInsert, 1));
        figures.put("customers", customers);
        figures.put("orders", customers * 2);
        figures.put("cores", Runtime.getRuntime().availableProcessors());
        return figures;
    }
}
