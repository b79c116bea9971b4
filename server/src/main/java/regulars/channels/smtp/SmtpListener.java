package regulars.channels.smtp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A small SMTP server on a random loopback port, one virtual thread a connection. Thread-safe. */
public final class SmtpListener implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SmtpListener.class);

    private final ServerSocket server;
    private final SmtpHandler handler;
    private final SmtpLimits limits;
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();

    public SmtpListener(SmtpHandler handler, SmtpLimits limits) {
        this.handler = handler;
        this.limits = limits;
        try {
            server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException("no loopback port for the SMTP server", e);
        }
        Thread.ofVirtual().name("smtp-listener").start(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                serve(server.accept());
            } catch (IOException e) {
                if (!server.isClosed()) log.warn("The SMTP server on port {} could not accept a client", port(), e);
            }
        }
    }

    private void serve(Socket client) throws IOException {
        if (clients.size() >= limits.connections()) {
            client.close();
            return;
        }
        clients.add(client);
        Thread.ofVirtual().name("smtp-client").start(() -> {
            try (client) {
                new SmtpServerSession(client, handler, limits).run();
            } catch (IOException e) {
                log.debug("An SMTP client went away: {}", e.getMessage());
            } finally {
                clients.remove(client);
            }
        });
    }

    /** Ends all dialogues where they stand. */
    @Override
    public void close() {
        try {
            server.close();
            for (var client : clients) client.close();
        } catch (IOException e) {
            log.debug("While closing the SMTP server: {}", e.getMessage());
        }
    }
}
