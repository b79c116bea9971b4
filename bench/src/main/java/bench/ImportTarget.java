package bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import regulars.Regulars;
import regulars.boot.Product;
import regulars.boot.StartSettings;

/**
 * The product in a process with a heap of its own. Each line on its input is a command, each answer one line that begins
 * with {@code answer}: {@code baseline CUSTOMERS ORDERS} copies both files into tables like ours and answers with the
 * seconds of COPY and of all; {@code compare} says where our tables and those differ; {@code heap} answers with the
 * highest megabytes in use so far. Run with data folder and port.
 */
final class ImportTarget {
    private final DataSource source;

    private ImportTarget(DataSource source) {
        this.source = source;
    }

    public static void main(String[] arguments) throws Exception {
        var settings = StartSettings.read(Map.of("REGULARS_DATA", arguments[0], "REGULARS_PORT", arguments[1]));
        var product = Product.start(Regulars.class, settings, List.of());
        var source = product.bean(DataSource.class);
        try (var connection = source.getConnection()) {
            BenchKey.add(connection);
        }
        var target = new ImportTarget(source);
        System.out.println("ready");
        try (var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                System.out.println("answer " + target.answer(line.split(" ")));
            }
        } finally {
            product.close();
        }
    }

    private String answer(String[] words) throws IOException, SQLException {
        return switch (words[0]) {
            case "heap" -> heap();
            case "settle" -> settle();
            case "baseline" -> baseline(Path.of(words[1]), Path.of(words[2]));
            case "compare" -> compare();
            default -> throw new IllegalArgumentException("no command " + words[0]);
        };
    }

    private static String heap() {
        long bytes = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
        return Long.toString(bytes / 1024 / 1024);
    }

    /** Both sides begin with nothing left to write from before. */
    private String settle() throws SQLException {
        try (var connection = source.getConnection()) {
            run(connection, "checkpoint");
            return "settled";
        }
    }

    private String baseline(Path customers, Path orders) throws IOException, SQLException {
        try (var connection = source.getConnection()) {
            run(connection, resource("tables.sql"));
            run(connection, "checkpoint");
            long began = System.nanoTime();
            copy(connection, "customer_row", customers);
            copy(connection, "order_row", orders);
            long copied = System.nanoTime();
            run(connection, resource("insert.sql"));
            long ended = System.nanoTime();
            return (copied - began) / 1e9 + " " + (ended - began) / 1e9;
        }
    }

    private String compare() throws IOException, SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(resource("compare.sql"))) {
            rows.next();
            var different = rows.getString(1);
            return different == null ? "equal" : different;
        }
    }

    private static void copy(Connection connection, String table, Path file) throws IOException, SQLException {
        try (var in = Files.newInputStream(file)) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy baseline." + table + " from stdin (format csv, header true)", in, 1 << 16);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String resource(String name) throws IOException {
        try (var in = Optional.ofNullable(ImportTarget.class.getResourceAsStream("import/" + name))
                .orElseThrow(() -> new IOException("no resource import/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
