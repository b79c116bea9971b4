package bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.util.FileSystemUtils;
import regulars.Regulars;
import regulars.boot.Product;
import regulars.boot.StartSettings;
import regulars.segments.LiveSegments;
import regulars.segments.Segments;

/** The product, in this process, on a base made once and kept for the next run. */
final class SegmentBase implements AutoCloseable {
    private static final int ORDERS_A_CUSTOMER = 2;
    private static final int EVENTS_A_CUSTOMER = 20;

    private final Product product;
    private final int customers;

    private SegmentBase(Product product, int customers) {
        this.product = product;
        this.customers = customers;
    }

    static SegmentBase open(int customers, int port) throws IOException, SQLException {
        var folder = Path.of(System.getenv().getOrDefault("REGULARS_ROOT", "."), "bench", "target", "base");
        return open(folder, resource("base.sql"), customers, port);
    }

    /** @param script what makes the base, its steps parted by comments */
    static SegmentBase open(Path folder, String script, int customers, int port) throws IOException, SQLException {
        var stamp = folder.resolve("loaded");
        var wanted = customers + " customers, " + Integer.toHexString(script.hashCode());
        if (!Files.exists(stamp) || !Files.readString(stamp).equals(wanted)) FileSystemUtils.deleteRecursively(folder);
        Files.createDirectories(folder);
        var settings = StartSettings.read(
                Map.of("REGULARS_DATA", folder.resolve("data").toString(), "REGULARS_PORT", Integer.toString(port)));
        var base = new SegmentBase(Product.start(Regulars.class, settings, List.of()), customers);
        try {
            if (!Files.exists(stamp)) {
                base.load(script);
                Files.writeString(stamp, wanted);
            }
            return base;
        } catch (IOException | SQLException | RuntimeException e) {
            base.close(); // its threads would keep this process, and its database, alive
            throw e;
        }
    }

    int customers() {
        return customers;
    }

    int events() {
        return customers * EVENTS_A_CUSTOMER;
    }

    /** Those of a bench before this one would be followed too. */
    void clearSegments() {
        var segments = bean(Segments.class);
        for (var old : segments.list(null, null, 200)) segments.delete(old.id());
    }

    /** Waits until so many segments have been evaluated as a whole and none is left to be. */
    void settle(long whole) {
        var live = bean(LiveSegments.class);
        new Patience(Duration.ofMinutes(2), () -> (int) live.figures().whole())
                .await("the live engine", () -> live.figures().whole() >= whole && live.settled());
    }

    <T> T bean(Class<T> type) {
        return product.bean(type);
    }

    @Override
    public void close() {
        product.close();
    }

    static String resource(String name) throws IOException {
        try (InputStream in = Optional.ofNullable(SegmentBase.class.getResourceAsStream("segment/" + name))
                .orElseThrow(() -> new IOException("no resource " + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** All in one transaction: the mirror sees it at once and reads it as a whole. */
    private void load(String script) throws SQLException {
        var filled = script.replace("${customers}", Integer.toString(customers))
                .replace("${orders}", Integer.toString(customers * ORDERS_A_CUSTOMER))
                .replace("${events}", Integer.toString(customers * EVENTS_A_CUSTOMER));
        try (var connection = product.bean(DataSource.class).getConnection()) {
            connection.setAutoCommit(false);
            for (String step : filled.split("-- step: ", -1)) run(connection, step);
            BenchKey.add(connection);
            connection.commit();
            connection.setAutoCommit(true);
            run(connection, "statistics\nanalyze");
        }
    }

    private static void run(Connection connection, String step) throws SQLException {
        int title = step.indexOf('\n');
        if (step.startsWith("--")) return; // what the file says of itself
        long began = System.nanoTime();
        try (var statement = connection.createStatement()) {
            statement.execute(step.substring(title));
        }
        System.out.printf("load: %s, %.1f s%n", step.substring(0, title), (System.nanoTime() - began) / 1e9);
    }
}
