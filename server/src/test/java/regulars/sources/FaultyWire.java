package regulars.sources;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;

/** A line between a client and the product that fails as lines do, request by request, and then holds. */
final class FaultyWire implements AutoCloseable {
    enum Fault {
        /** A proxy on the way answers 503. */
        UNAVAILABLE,
        /** The connection breaks before the product hears anything. */
        RESET,
        /** The product hears all of it, and its answer never arrives. */
        LOST_REPLY
    }

    private final URI product;
    private final List<Fault> faults;
    private final ServerSocket door;
    private final AtomicInteger requests = new AtomicInteger();
    private final List<String> bodies = new CopyOnWriteArrayList<>();

    FaultyWire(URI product, Fault... faults) throws IOException {
        this.product = product;
        this.faults = List.of(faults);
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::open);
    }

    String address() {
        return "http://127.0.0.1:" + door.getLocalPort();
    }

    /** What the client sent, each time it did, unpacked. */
    List<String> bodies() {
        return bodies;
    }

    int requests() {
        return requests.get();
    }

    private void open() {
        while (!door.isClosed()) {
            try {
                var socket = door.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            var head = head(client.getInputStream());
            if (head.isEmpty()) return;
            var body = body(client.getInputStream(), head);
            bodies.add(unpacked(body));
            int number = requests.getAndIncrement();
            if (number >= faults.size()) {
                client.getOutputStream().write(forward(head, body));
                return;
            }
            switch (faults.get(number)) {
                case UNAVAILABLE ->
                    client.getOutputStream()
                            .write("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
                case RESET -> client.setSoLinger(true, 0);
                case LOST_REPLY -> {
                    forward(head, body);
                    client.setSoLinger(true, 0);
                }
            }
        } catch (IOException e) {
            return; // the client has gone
        }
    }

    private byte[] forward(String head, byte[] body) throws IOException {
        var kept = head.lines()
                .filter(line -> !line.isEmpty())
                .filter(line -> !line.toLowerCase(Locale.ROOT).startsWith("connection:"))
                .filter(line -> !line.toLowerCase(Locale.ROOT).startsWith("transfer-encoding:"))
                .filter(line -> !line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
                .toList();
        var sent = String.join("\r\n", kept) + "\r\nConnection: close\r\nContent-Length: " + body.length + "\r\n\r\n";
        try (var socket = new Socket(product.getHost(), product.getPort())) {
            socket.getOutputStream().write(sent.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().write(body);
            return socket.getInputStream().readAllBytes();
        }
    }

    private static String head(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.length() < 4 || !head.substring(head.length() - 4).equals("\r\n\r\n")) {
            int one = in.read();
            if (one < 0) return "";
            head.append((char) one);
        }
        return head.toString();
    }

    private static byte[] body(InputStream in, String head) throws IOException {
        var small = head.toLowerCase(Locale.ROOT);
        if (small.contains("transfer-encoding: chunked")) return chunks(in);
        var length = small.lines()
                .filter(line -> line.startsWith("content-length:"))
                .map(line -> line.substring("content-length:".length()).strip())
                .findFirst();
        return in.readNBytes(Integer.parseInt(length.orElse("0")));
    }

    private static byte[] chunks(InputStream in) throws IOException {
        var body = new ByteArrayOutputStream();
        while (true) {
            int size = Integer.parseInt(line(in), 16);
            body.write(in.readNBytes(size));
            line(in);
            if (size == 0) return body.toByteArray();
        }
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int one = in.read(); one >= 0 && one != '\n'; one = in.read()) if (one != '\r') line.append((char) one);
        return line.toString();
    }

    private static String unpacked(byte[] body) throws IOException {
        if (body.length < 2 || body[0] != 0x1f) return new String(body, StandardCharsets.UTF_8);
        try (var in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
