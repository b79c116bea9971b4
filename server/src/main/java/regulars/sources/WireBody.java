package regulars.sources;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.zip.GZIPInputStream;
import org.springframework.stereotype.Component;
import regulars.kernel.Fault;

/**
 * Reads the bodies of events. Whether one is compressed its first bytes tell, for what clients say of it is wrong at
 * times. All bodies in memory at one moment are bounded together. Safe for use by several threads.
 */
@Component
class WireBody {
    /** Bytes of a body, unpacked: 500 KB of events and what is around them. */
    static final int LARGEST = 512 * 1024;

    private static final int KILOBYTE = 1024;
    private static final int ALL_KILOBYTES = 64 * 1024;
    private static final int LEAST_KILOBYTES = 16;
    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final Semaphore kilobytes = new Semaphore(ALL_KILOBYTES);

    /** What is done with a body while it counts. */
    interface Use<T> {
        T of(byte[] body);
    }

    <T> T use(HttpServletRequest request, Use<T> use) throws IOException {
        int taken = kilobytes(request);
        if (!kilobytes.tryAcquire(taken)) {
            throw new Fault(
                            SourcesFault.WIRE_OVERLOADED,
                            "More events come in than can be read right now: send these again in a second")
                    .with("retryAfterSeconds", 1);
        }
        try {
            return use.of(unpacked(read(request.getInputStream())));
        } finally {
            kilobytes.release(taken);
        }
    }

    /** A compressed body counts as the largest it may become. */
    private static int kilobytes(HttpServletRequest request) {
        long announced = request.getContentLengthLong();
        if (announced > LARGEST) throw tooLarge();
        boolean known = announced >= 0 && request.getHeader("Content-Encoding") == null;
        return known ? Math.max(LEAST_KILOBYTES, (int) (announced / KILOBYTE) + 1) : LARGEST / KILOBYTE;
    }

    private static byte[] read(InputStream in) throws IOException {
        var body = in.readNBytes(LARGEST + 1);
        if (body.length > LARGEST) throw tooLarge();
        return body;
    }

    private static byte[] unpacked(byte[] body) throws IOException {
        if (body.length < 2 || (body[0] & 0xff) != GZIP_FIRST || (body[1] & 0xff) != GZIP_SECOND) {
            return body.length >= MARK.length && Arrays.mismatch(body, MARK) == MARK.length
                    ? Arrays.copyOfRange(body, MARK.length, body.length)
                    : body;
        }
        try (var in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return read(in);
        } catch (IOException e) {
            throw new Fault(
                    SourcesFault.WIRE_NOT_UNPACKED, "The body begins as gzip and cannot be unpacked: pack it again", e);
        }
    }

    private static Fault tooLarge() {
        return new Fault(
                        SourcesFault.WIRE_BODY_TOO_LARGE,
                        "The body is too large: send at most " + LARGEST + " bytes, unpacked, and the rest in another")
                .with("atMostBytes", LARGEST);
    }
}
