package bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import regulars.Regulars;
import regulars.boot.Product;
import regulars.boot.StartSettings;
import regulars.kernel.Ids;
import regulars.warehouse.Warehouse;

/**
 * The product in a process of its own, and in its PostgreSQL tables like ours that are filled by hand. Each line on its
 * input is a command, each answer one line that begins with {@code answer}: {@code prefill ROWS} fills both sides alike;
 * {@code copy ROWS} copies rows in commits of a thousand and {@code insert CONNECTIONS SECONDS} inserts one by one, each
 * with its key, and both answer with rows a second; {@code count} answers with our events, {@code cpu} with
 * {@link CpuTime}. Run with data folder and port.
 */
final class IngestTarget {
    private static final int CHUNK = 1_000;
    private static final int PREFILL_CHUNK = 500_000;
    private static final Duration LONGEST_MIRRORING = Duration.ofMinutes(30);
    private static final String COLUMNS =
            "(id, received_at, occurred_at, type, subject_number, source, properties, sent)";

    private final DataSource source;
    private final Warehouse mirror;
    private final AtomicLong number = new AtomicLong();

    private IngestTarget(DataSource source, Warehouse mirror) {
        this.source = source;
        this.mirror = mirror;
    }

    public static void main(String[] arguments) throws Exception {
        var settings = StartSettings.read(Map.of("REGULARS_DATA", arguments[0], "REGULARS_PORT", arguments[1]));
        var product = Product.start(Regulars.class, settings, List.of());
        var source = product.bean(DataSource.class);
        try (var connection = source.getConnection()) {
            BenchKey.add(connection);
            requireDurable(connection);
        }
        var target = new IngestTarget(source, product.bean(Warehouse.class));
        System.out.println("ready");
        try (var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                System.out.println("answer " + target.answer(line.split(" ")));
            }
        } finally {
            product.close();
        }
    }

    private static void requireDurable(Connection connection) throws SQLException {
        for (var setting : List.of("fsync", "synchronous_commit")) {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("show " + setting)) {
                rows.next();
                if (!rows.getString(1).equals("on")) throw new IllegalStateException(setting + " is not on");
            }
        }
    }

    private String answer(String[] words) throws IOException, SQLException, InterruptedException {
        return switch (words[0]) {
            case "prefill" -> prefill(Integer.parseInt(words[1]));
            case "copy" -> copy(Integer.parseInt(words[1]));
            case "insert" -> insert(Integer.parseInt(words[1]), Integer.parseInt(words[2]));
            case "count" -> count();
            case "cpu" -> CpuTime.now(source).written();
            default -> throw new IllegalArgumentException("no command " + words[0]);
        };
    }

    private String prefill(int rows) throws IOException, SQLException {
        try (var connection = source.getConnection()) {
            run(connection, resource("tables.sql"));
            for (int done = 0; done < rows; done += PREFILL_CHUNK) {
                int some = Math.min(PREFILL_CHUNK, rows - done);
                try (var statement = connection.prepareStatement(resource("prefill.sql"))) {
                    statement.setInt(1, some);
                    statement.execute();
                }
            }
            run(connection, "vacuum analyze collect.event");
            run(connection, "checkpoint");
            mirror.barrier(LONGEST_MIRRORING); // it follows what is measured, not the past
            return "filled";
        }
    }

    /** The rows are text before the clock runs, as a reader of files would have them. */
    private String copy(int rows) throws IOException, SQLException {
        var chunks = new ArrayList<String[]>();
        for (int done = 0; done < rows; done += CHUNK) chunks.add(chunk());
        try (var connection = source.getConnection()) {
            var copy = connection.unwrap(PGConnection.class).getCopyAPI();
            connection.setAutoCommit(false);
            long began = System.nanoTime();
            for (var chunk : chunks) {
                copy.copyIn("copy baseline.event_key from stdin", new StringReader(chunk[0]));
                copy.copyIn("copy baseline.event " + COLUMNS + " from stdin", new StringReader(chunk[1]));
                connection.commit();
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            connection.setAutoCommit(true);
            return Double.toString(rows / seconds);
        }
    }

    private String[] chunk() {
        var keys = new StringBuilder();
        var rows = new StringBuilder();
        for (int i = 0; i < CHUNK; i++) {
            long one = number.incrementAndGet();
            keys.append(UUID.randomUUID()).append('\n');
            var now = Instant.now();
            rows.append(id(now))
                    .append('\t')
                    .append(now)
                    .append('\t')
                    .append(now)
                    .append("\tProduct Viewed\t");
            rows.append(1 + one % 1000).append("\tbench\t");
            rows.append(IngestEvents.properties(one))
                    .append('\t')
                    .append(IngestEvents.rest(one))
                    .append('\n');
        }
        return new String[] {keys.toString(), rows.toString()};
    }

    private static UUID id(Instant now) {
        return Ids.next(now);
    }

    private String insert(int connections, int seconds) throws InterruptedException {
        var count = new AtomicLong();
        long until = System.nanoTime() + seconds * 1_000_000_000L;
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < connections; i++) {
            threads.add(Thread.ofPlatform().start(() -> insertUntil(until, count)));
        }
        for (var thread : threads) thread.join();
        return Double.toString(count.get() / (double) seconds);
    }

    private void insertUntil(long until, AtomicLong count) {
        var sql = "with key as (insert into baseline.event_key values (?::uuid)) insert into baseline.event " + COLUMNS
                + " values (?::uuid, now(), now(), 'Product Viewed', ?, 'bench', ?::jsonb, ?::jsonb)";
        try (var connection = source.getConnection();
                var statement = connection.prepareStatement(sql)) {
            while (System.nanoTime() < until) {
                long one = number.incrementAndGet();
                statement.setString(1, UUID.randomUUID().toString());
                statement.setString(2, id(Instant.now()).toString());
                statement.setLong(3, 1 + one % 1000);
                statement.setString(4, IngestEvents.properties(one));
                statement.setString(5, IngestEvents.rest(one));
                statement.execute();
                count.incrementAndGet();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String count() throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from collect.event where type = 'Product Viewed'")) {
            rows.next();
            return Long.toString(rows.getLong(1));
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String resource(String name) throws IOException {
        try (var in = IngestTarget.class.getResourceAsStream("ingest/" + name)) {
            if (in == null) throw new IOException("no resource " + name);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
