package regulars.channels.smtp;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads what a client gives after DATA, up to the dot alone on a line, and takes away the doubled dots. */
final class SmtpContent {
    private final InputStream in;
    private final int limit;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream(8192);
    private boolean tooLarge;

    SmtpContent(InputStream in, int limit) {
        this.in = in;
        this.limit = limit;
    }

    /** Null when it was larger than the limit; it is read to its end all the same. Only CRLF ends a line. */
    byte @Nullable [] read() throws IOException {
        boolean atStart = true;
        while (true) {
            int c = next();
            if (c == '.' && atStart) {
                c = next();
                if (c == '\r') {
                    int after = next();
                    if (after == '\n') return tooLarge ? null : content.toByteArray();
                    keep('.');
                    keep('\r');
                    c = after;
                }
            }
            atStart = line(c);
        }
    }

    /** Keeps a byte; true when the one after it begins a line. */
    private boolean line(int first) throws IOException {
        int c = first;
        while (c == '\r') {
            keep(c);
            c = next();
            if (c == '\n') {
                keep(c);
                return true;
            }
        }
        keep(c);
        return false;
    }

    private void keep(int c) {
        if (content.size() < limit) content.write(c);
        else tooLarge = true;
    }

    private int next() throws IOException {
        int c = in.read();
        if (c < 0) throw new EOFException("the client left within a mail");
        return c;
    }
}
