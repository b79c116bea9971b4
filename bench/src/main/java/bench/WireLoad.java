package bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Requests made beforehand, sent over connections that stay open: a client that costs little beside what it measures. */
final class WireLoad {
    private final int port;
    private final int connections;

    WireLoad(int port, int connections) {
        this.port = port;
        this.connections = connections;
    }

    /** What a run came to: seconds of all, and milliseconds of each answer. */
    record Run(double seconds, List<Double> millis) {
        double quantile(double share) {
            var sorted = new ArrayList<>(millis);
            Collections.sort(sorted);
            return sorted.get(Math.min(sorted.size() - 1, (int) (sorted.size() * share)));
        }
    }

    static byte[] request(String path, String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var head = "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + BenchKey.KEY
                + "\r\nContent-Type: application/json\r\nContent-Length: " + bytes.length + "\r\n\r\n";
        var start = head.getBytes(StandardCharsets.US_ASCII);
        var whole = new byte[start.length + bytes.length];
        System.arraycopy(start, 0, whole, 0, start.length);
        System.arraycopy(bytes, 0, whole, start.length, bytes.length);
        return whole;
    }

    /** @param perSecond the pace of all together; 0 for as fast as they are answered */
    Run run(List<byte[]> requests, double perSecond) throws IOException, InterruptedException {
        var next = new AtomicInteger();
        var millis = new ConcurrentLinkedQueue<Double>();
        var trouble = new ConcurrentLinkedQueue<Exception>();
        var threads = new ArrayList<Thread>();
        long began = System.nanoTime();
        for (int i = 0; i < connections; i++) {
            threads.add(Thread.ofPlatform().start(() -> {
                try {
                    while (next.get() < requests.size()) converse(requests, perSecond, began, next, millis);
                } catch (IOException | RuntimeException e) {
                    trouble.add(e);
                }
            }));
        }
        for (var thread : threads) thread.join();
        if (!trouble.isEmpty()) throw new IOException("the load broke", trouble.peek());
        return new Run((System.nanoTime() - began) / 1e9, List.copyOf(millis));
    }

    /** As many requests as the server takes over one connection. */
    private void converse(
            List<byte[]> requests, double perSecond, long began, AtomicInteger next, Collection<Double> millis)
            throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setTcpNoDelay(true);
            var in = new BufferedInputStream(socket.getInputStream());
            for (int one = next.getAndIncrement(); one < requests.size(); one = next.getAndIncrement()) {
                long due = perSecond == 0 ? System.nanoTime() : began + (long) (one / perSecond * 1e9);
                LockSupport.parkNanos(due - System.nanoTime());
                socket.getOutputStream().write(requests.get(one));
                boolean open = answer(in);
                millis.add((System.nanoTime() - due) / 1e6);
                if (!open) return;
            }
        }
    }

    /** Reads it whole; false when the server closes the connection behind it. */
    private static boolean answer(InputStream in) throws IOException {
        var status = line(in);
        if (!status.startsWith("HTTP/1.1 200")) throw new IOException(status);
        int length = -1;
        boolean chunked = false;
        boolean open = true;
        for (var header = line(in); !header.isEmpty(); header = line(in)) {
            var small = header.toLowerCase(Locale.ROOT);
            if (small.startsWith("content-length:"))
                length = Integer.parseInt(small.substring(15).strip());
            if (small.startsWith("transfer-encoding:")) chunked = true;
            if (small.equals("connection: close")) open = false;
        }
        if (!chunked) {
            in.skipNBytes(length);
            return open;
        }
        for (int size = Integer.parseInt(line(in), 16); ; size = Integer.parseInt(line(in), 16)) {
            in.skipNBytes(size);
            line(in);
            if (size == 0) return open;
        }
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int one = in.read(); one != '\n'; one = in.read()) {
            if (one < 0) throw new IOException("the answer broke off");
            if (one != '\r') line.append((char) one);
        }
        return line.toString();
    }
}
