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
 * The product in a process with a heap of its own. Each line on its input is a command, each answer one line: {@code
 * baseline CUSTOMERS ORDERS} copies both files into tables like ours and answers with the seconds of COPY and of all,
 * {@code heap} answers with the highest megabytes in use so far. Run with data folder and port.
 */
final class ImportTarget {
    private ImportTarget() {}

    public static void main(String[] arguments) throws Exception {
        var settings = StartSettings.read(Map.of("REGULARS_DATA", arguments[0], "REGULARS_PORT", arguments[1]));
        var product = Product.start(Regulars.class, settings, List.of());
        var source = product.bean(DataSource.class);
        try (var connection = source.getConnection()) {
            BenchKey.add(connection);
        }
        System.out.println("ready");
        try (var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var words = line.split(" ");
                System.out.println(
                        words[0].equals("heap") ? heap() : baseline(source, Path.of(words[1]), Path.of(words[2])));
            }
        }
        product.close();
    }

    private static String heap() {
        long bytes = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
        return "answer " + bytes / 1024 / 1024;
    }

    private static String baseline(DataSource source, Path customers, Path orders) throws IOException, SQLException {
        try (var connection = source.getConnection()) {
            run(connection, resource("tables.sql"));
            long began = System.nanoTime();
            copy(connection, "customer_row", customers);
            copy(connection, "order_row", orders);
            long copied = System.nanoTime();
            run(connection, resource("insert.sql"));
            long ended = System.nanoTime();
            run(connection, "drop schema baseline cascade");
            return "answer " + (copied - began) / 1e9 + " " + (ended - began) / 1e9;
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
