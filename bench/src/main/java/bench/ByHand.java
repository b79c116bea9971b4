package bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;

/**
 * What the product is compared with: one SQL statement behind the JDK's own HTTP server, on the same pool of connections.
 * It checks nobody's rights and knows nothing else; {@code from} is what the statement begins after.
 */
final class ByHand implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final DataSource database;

    ByHand(DataSource database) throws IOException {
        this.database = database;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    void serve(String path, String sql, boolean number) {
        var parameters = (int) sql.chars().filter(c -> c == '?').count();
        server.createContext(path, exchange -> {
            try {
                answer(exchange, sql, number, parameters);
            } catch (SQLException e) {
                throw new IOException(e);
            }
        });
    }

    private void answer(HttpExchange exchange, String sql, boolean number, int parameters)
            throws IOException, SQLException {
        var from = exchange.getRequestURI().getQuery();
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 1; i <= parameters; i++) {
                if (number) statement.setInt(i, Integer.parseInt(from));
                else statement.setString(i, from);
            }
            try (var rows = statement.executeQuery()) {
                rows.next();
                var body = rows.getString(1).getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        } finally {
            exchange.close();
        }
    }

    URI at(String pathAndQuery) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + pathAndQuery);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }
}
