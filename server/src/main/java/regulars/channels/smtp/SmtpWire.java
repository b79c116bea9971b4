package regulars.channels.smtp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import javax.net.ssl.SSLSocket;

/** Lines out, replies in, over one socket. For one thread but for {@link #close}. */
final class SmtpWire implements Closeable {
    private static final int LONGEST_LINE = 4096;
    private static final int MOST_LINES = 200;

    private volatile Socket socket;
    private InputStream in;
    private OutputStream out;

    private SmtpWire(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream(), 4096);
        this.out = new BufferedOutputStream(socket.getOutputStream(), 32 * 1024);
    }

    static SmtpWire connect(SmtpServer server) throws IOException {
        var socket = new Socket();
        try {
            socket.setTcpNoDelay(true); // Nagle holds the last short segment back for 40 ms a mail
            socket.setKeepAlive(true);
            socket.connect(new InetSocketAddress(InetAddress.getByName(server.host()), server.port()), (int)
                    server.timeouts().connect().toMillis());
            if (server.protection() != SmtpServer.Protection.IMPLICIT) return new SmtpWire(socket);
            return new SmtpWire(secure(socket, server));
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    void startTls(SmtpServer server) throws IOException {
        if (in.available() > 0) throw new ProtocolException("the server spoke before the TLS handshake");
        var secured = secure(socket, server);
        socket = secured;
        in = new BufferedInputStream(secured.getInputStream(), 4096);
        out = new BufferedOutputStream(secured.getOutputStream(), 32 * 1024);
    }

    private static SSLSocket secure(Socket plain, SmtpServer server) throws IOException {
        plain.setSoTimeout((int) server.timeouts().greeting().toMillis());
        var secured = (SSLSocket) server.tls().createSocket(plain, server.host(), server.port(), true);
        var parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }

    void line(String command) throws IOException {
        if (command.indexOf('\r') >= 0 || command.indexOf('\n') >= 0)
            throw new ProtocolException("a line break inside a command");
        out.write(command.getBytes(UTF_8));
        out.write('\r');
        out.write('\n');
    }

    /** The content with leading dots doubled, and the final dot. */
    void content(byte[] content) throws IOException {
        int start = 0;
        for (int i = 0; i < content.length; i++) {
            if (content[i] != '.' || (i > 0 && content[i - 1] != '\n')) continue;
            out.write(content, start, i - start);
            out.write('.');
            start = i;
        }
        out.write(content, start, content.length - start);
        boolean ended = content.length >= 2 && content[content.length - 1] == '\n';
        out.write((ended ? ".\r\n" : "\r\n.\r\n").getBytes(UTF_8));
    }

    void flush() throws IOException {
        out.flush();
    }

    SmtpReply read(Duration timeout) throws IOException {
        socket.setSoTimeout((int) timeout.toMillis());
        var lines = new ArrayList<String>();
        while (lines.size() < MOST_LINES) {
            var line = readLine();
            if (line.length() < 3) throw new ProtocolException("not an SMTP reply: " + line);
            lines.add(line.length() > 4 ? line.substring(4) : "");
            if (line.length() == 3 || line.charAt(3) != '-') return new SmtpReply(code(line), lines);
        }
        throw new ProtocolException("a reply of more than " + MOST_LINES + " lines");
    }

    private static int code(String line) throws ProtocolException {
        try {
            return Integer.parseInt(line, 0, 3, 10);
        } catch (NumberFormatException e) {
            throw new ProtocolException("not an SMTP reply: " + line);
        }
    }

    private String readLine() throws IOException {
        var line = new ByteArrayOutputStream(80);
        while (line.size() < LONGEST_LINE) {
            int b = in.read();
            if (b < 0) throw new EOFException("the server closed the connection");
            if (b == '\n') return line.toString(UTF_8).stripTrailing();
            line.write(b);
        }
        throw new ProtocolException("a reply line of more than " + LONGEST_LINE + " bytes");
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // It is gone, which is what was asked for.
        }
    }
}
