package regulars.sources.files;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Tells in what a text is written. A mark at the beginning and zero bytes decide at once; else each encoding that the
 * text may be in reads a sample of it, and the one wins in which it looks most like words people write.
 */
public final class EncodingDetector {
    private static final int SAMPLE = 64 * 1024;
    private static final int HEAD = 4096;
    private static final int FEW_ZEROS = 20;
    private static final List<TextEncoding> CANDIDATES = List.of(
            TextEncoding.UTF_8,
            TextEncoding.WINDOWS_1251,
            TextEncoding.KOI8_U,
            TextEncoding.IBM866,
            TextEncoding.GB18030,
            TextEncoding.BIG5,
            TextEncoding.WINDOWS_1252);

    private EncodingDetector() {}

    /** Empty when it is no text in any of them. */
    public static Optional<TextEncoding> detect(Path path) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(path)) {
            head = in.readNBytes(HEAD);
        }
        var wide = wide(head);
        if (wide.isPresent()) return wide;
        var sample = sample(path);
        if (zeros(sample) * FEW_ZEROS > sample.length) return Optional.empty();
        if (sample.length == 0) return Optional.of(TextEncoding.UTF_8);
        TextEncoding best = TextEncoding.WINDOWS_1252;
        double most = 0;
        for (TextEncoding candidate : CANDIDATES) {
            double score = Likeness.of(new String(sample, candidate.charset())) / Math.max(1, sample.length);
            if (score > most) {
                most = score;
                best = candidate;
            }
        }
        if (most == 0 && controls(sample)) return Optional.empty();
        return Optional.of(best == TextEncoding.KOI8_U && !isUkrainian(sample) ? TextEncoding.KOI8_R : best);
    }

    /** Sixteen bits a letter: by the mark, else because every other byte of Latin letters and delimiters is zero. */
    private static Optional<TextEncoding> wide(byte[] head) {
        if (head.length < 2) return Optional.empty();
        int mark = (head[0] & 0xff) << 8 | head[1] & 0xff;
        if (mark == 0xfffe) return Optional.of(TextEncoding.UTF_16LE);
        if (mark == 0xfeff) return Optional.of(TextEncoding.UTF_16BE);
        int even = 0;
        int odd = 0;
        for (int i = 0; i + 1 < head.length; i += 2) {
            if (head[i] == 0 && head[i + 1] == 0) return Optional.empty();
            if (head[i] == 0 && head[i + 1] != 0) even++;
            if (head[i + 1] == 0 && head[i] != 0) odd++;
        }
        int pairs = head.length / 2;
        if (odd * 8 > pairs && even == 0) return Optional.of(TextEncoding.UTF_16LE);
        if (even * 8 > pairs && odd == 0) return Optional.of(TextEncoding.UTF_16BE);
        return Optional.empty();
    }

    /** The lines that are not plain ASCII, for only these tell; the beginning when all are. */
    private static byte[] sample(Path path) throws IOException {
        var sample = new ByteArrayOutputStream();
        var line = new ByteArrayOutputStream();
        boolean tells = false;
        try (var in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
            for (int one = in.read(); one >= 0 && sample.size() < SAMPLE; one = in.read()) {
                line.write(one);
                tells |= one >= 0x80;
                if (one != '\n' && line.size() < HEAD) continue;
                if (tells) line.writeTo(sample);
                line.reset();
                tells = false;
            }
        }
        if (tells) line.writeTo(sample);
        return sample.toByteArray();
    }

    private static int zeros(byte[] sample) {
        int zeros = 0;
        for (byte one : sample) if (one == 0) zeros++;
        return zeros;
    }

    private static boolean controls(byte[] sample) {
        for (byte one : sample) if (one >= 0 && one < 0x09) return true;
        return false;
    }

    /** The letters є і ї ґ stand where KOI8-R has lines of boxes. */
    private static boolean isUkrainian(byte[] sample) {
        for (byte one : sample) {
            int code = one & 0xff;
            if (code == 0xa4 || code == 0xa6 || code == 0xa7 || code == 0xad) return true;
            if (code == 0xb4 || code == 0xb6 || code == 0xb7 || code == 0xbd) return true;
        }
        return false;
    }
}
