package regulars.channels.smtp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * Answers commands by their first word from a script, and remembers what it heard. {@code hang up} ends the connection,
 * {@code silent} says nothing. Content is read to its dot and answered as {@code .}.
 */
final class ScriptedSmtpServer implements AutoCloseable {
    final List<String> heard = new CopyOnWriteArrayList<>();

    private final ServerSocket server;
    private final Map<String, String> script;
    private final @Nullable SSLContext tls;

    ScriptedSmtpServer(Map<String, String> script, @Nullable SSLContext tls) {
        this.script = script;
        this.tls = tls;
        try {
            server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var client = server.accept();
                Thread.ofVirtual().start(() -> talk(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket client) {
        try (client) {
            if (say(client, script.getOrDefault("greeting", "220 ready"))) converse(client);
        } catch (IOException e) {
            // The client left.
        }
    }

    private void converse(Socket client) throws IOException {
        var in = new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8));
        while (true) {
            var line = in.readLine();
            if (line == null) return;
            heard.add(line);
            var verb = line.split(" ")[0];
            if (!say(client, script.getOrDefault(verb, "250 OK"))) return;
            if (verb.equals("STARTTLS") && tls != null) {
                converse(secured(client, tls));
                return;
            }
            if (verb.equals("DATA") && script.getOrDefault("DATA", "").startsWith("354")) {
                while (!".".equals(line)) {
                    line = in.readLine();
                    if (line == null) return;
                }
                if (!say(client, script.getOrDefault(".", "250 OK"))) return;
            }
        }
    }

    private static SSLSocket secured(Socket client, SSLContext tls) throws IOException {
        var secured = (SSLSocket) tls.getSocketFactory().createSocket(client, null, client.getPort(), false);
        secured.setUseClientMode(false);
        secured.startHandshake();
        return secured;
    }

    private static boolean say(Socket client, String words) throws IOException {
        if (words.equals("hang up")) return false;
        if (words.equals("silent")) return true;
        client.getOutputStream().write((words + "\r\n").getBytes(UTF_8));
        return true;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
