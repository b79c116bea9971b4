package bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import regulars.Regulars;
import regulars.boot.Product;
import regulars.boot.StartSettings;

/**
 * The product as {@code run} starts it, in a process that may be killed; its first life also loads the base. Run with data
 * folder, port, SMTP port and people.
 */
final class SendTarget {
    private SendTarget() {}

    public static void main(String[] arguments) throws Exception {
        var settings = StartSettings.read(Map.of("REGULARS_DATA", arguments[0], "REGULARS_PORT", arguments[1]));
        var product = Product.start(Regulars.class, settings, List.of());
        Runtime.getRuntime().addShutdownHook(new Thread(product::close));
        load(product, arguments[3], arguments[2]);
        new CountDownLatch(1).await();
    }

    /** In one transaction: killed within it, the next life begins anew. */
    private static void load(Product product, String people, String port) throws IOException, SQLException {
        if (product.bean(DSLContext.class).fetchExists(schema.channels.Tables.SETTINGS)) return;
        var script = resource("load.sql").replace("${customers}", people).replace("${port}", port);
        try (var connection = product.bean(DataSource.class).getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute(script);
            }
            BenchKey.add(connection);
            connection.commit();
            connection.setAutoCommit(true);
            try (var statement = connection.createStatement()) {
                statement.execute("analyze");
            }
        }
    }

    static String resource(String name) throws IOException {
        try (var in = Optional.ofNullable(SendTarget.class.getResourceAsStream("send/" + name))
                .orElseThrow(() -> new IOException("no resource send/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
