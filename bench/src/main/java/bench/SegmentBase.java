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
    private static final long GIB = 1L << 30;

    private final Product product;
    private final Size size;

    private SegmentBase(Product product, Size size) {
        this.product = product;
        this.size = size;
    }

    /** How large a base is. */
    record Size(int customers, int events) {
        /** With the usual number of events. */
        static Size of(int customers) {
            return new Size(customers, Math.multiplyExact(customers, EVENTS_A_CUSTOMER));
        }

        private String words() {
            return customers + " customers" + (equals(of(customers)) ? "" : " and " + events + " events");
        }

        /** Its tables, their indexes, the mirror and what is written ahead, as measured with 1M and 20M, and a tenth more. */
        private long bytes() {
            return 4 * GIB + customers * 3_000L + events * 600L;
        }
    }

    static SegmentBase open(Size size, int port) throws IOException, SQLException {
        return open(root().resolve("target").resolve("base"), resource("base.sql"), size, port);
    }

    /** Where the benches are. */
    static Path root() {
        return Path.of(System.getenv().getOrDefault("REGULARS_ROOT", "."), "bench");
    }

    /** @param script what makes the base, its steps parted by comments */
    static SegmentBase open(Path folder, String script, Size size, int port) throws IOException, SQLException {
        var stamp = folder.resolve("loaded");
        var wanted = size.words() + ", " + Integer.toHexString(script.hashCode());
        if (!Files.exists(stamp) || !Files.readString(stamp).equals(wanted)) {
            FileSystemUtils.deleteRecursively(folder);
            Files.createDirectories(folder);
            requireRoom(folder, size);
        }
        var settings = StartSettings.read(
                Map.of("REGULARS_DATA", folder.resolve("data").toString(), "REGULARS_PORT", Integer.toString(port)));
        var base = new SegmentBase(Product.start(Regulars.class, settings, List.of()), size);
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

    private static void requireRoom(Path folder, Size size) throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < size.bytes()) {
            throw new IOException("A base of " + size.words() + " takes about " + size.bytes() / GIB + " GiB, and "
                    + folder + " has " + free / GIB + ": make room or ask for fewer");
        }
    }

    int customers() {
        return size.customers();
    }

    int events() {
        return size.events();
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
        var filled = script.replace("${customers}", Integer.toString(size.customers()))
                .replace("${orders}", Integer.toString(size.customers() * ORDERS_A_CUSTOMER))
                .replace("${events}", Integer.toString(size.events()));
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
