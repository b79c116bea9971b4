package bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * What the product is measured against: one fixed message over kept connections, its commands pipelined as the product's
 * are. It remembers nothing and asks nobody.
 */
final class FixedSender {
    private final int port;
    private final byte[] content;
    private final AtomicInteger next = new AtomicInteger();
    private final int mails;

    private FixedSender(int port, int mails, int bytes) {
        this.port = port;
        this.mails = mails;
        this.content = content(bytes);
    }

    /** @param bytes the size of the message */
    static void send(int port, int connections, int mails, int bytes) throws InterruptedException, ExecutionException {
        var sender = new FixedSender(port, mails, bytes);
        try (var threads = Executors.newFixedThreadPool(connections)) {
            var runs = IntStream.range(0, connections)
                    .mapToObj(_ -> (Callable<Void>) sender::run)
                    .toList();
            for (var run : threads.invokeAll(runs)) run.get();
        }
    }

    private static byte[] content(int bytes) {
        var head = "From: <news@shop.example.com>\r\nTo: <c@example.com>\r\nSubject: The new harvest\r\n"
                + "Message-ID: <fixed@shop.example.com>\r\nMIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n";
        var line = "The new harvest is here, and it is as good as the one before, or better still.\r\n";
        int lines = Math.max(1, (bytes - head.length()) / line.length());
        return (head + line.repeat(lines)).getBytes(US_ASCII);
    }

    private Void run() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
            var out = new BufferedOutputStream(socket.getOutputStream(), 64 * 1024);
            expect(in, "220");
            say(out, "EHLO bench.example.com\r\n");
            expect(in, "250");
            for (int number = next.incrementAndGet(); number <= mails; number = next.incrementAndGet()) {
                one(in, out, number);
            }
            say(out, "QUIT\r\n");
        }
        return null;
    }

    private void one(BufferedReader in, OutputStream out, int number) throws IOException {
        say(
                out,
                "MAIL FROM:<news@shop.example.com> SIZE=" + content.length + "\r\nRCPT TO:<c" + number
                        + "@example.com>\r\nDATA\r\n");
        expect(in, "250");
        expect(in, "250");
        expect(in, "354");
        out.write(content);
        say(out, ".\r\n");
        expect(in, "250");
    }

    private static void say(OutputStream out, String words) throws IOException {
        out.write(words.getBytes(US_ASCII));
        out.flush();
    }

    private static void expect(BufferedReader in, String code) throws IOException {
        while (true) {
            var line = in.readLine();
            if (line == null || !line.startsWith(code)) throw new IOException("the sink says " + line);
            if (line.length() == 3 || line.charAt(3) == ' ') return;
        }
    }
}
