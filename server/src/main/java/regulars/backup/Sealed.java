package regulars.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A zip file under way, with the length and the SHA-256 of each entry. */
final class Sealed implements AutoCloseable {
    private final ZipOutputStream zip;

    Sealed(OutputStream file) {
        zip = new ZipOutputStream(file, StandardCharsets.UTF_8);
        zip.setLevel(Deflater.BEST_SPEED);
    }

    @FunctionalInterface
    interface Body {
        void write(OutputStream out) throws IOException;
    }

    Manifest.Content add(String name, Body body) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        var counted = new Counted(zip);
        body.write(counted);
        zip.closeEntry();
        return new Manifest.Content(name, counted.bytes, HexFormat.of().formatHex(counted.digest.digest()));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Stays open: the entry after it goes into the same stream. */
    private static final class Counted extends OutputStream {
        private final OutputStream out;
        private final MessageDigest digest = sha256();
        private long bytes;

        Counted(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] from, int offset, int length) throws IOException {
            out.write(from, offset, length);
            digest.update(from, offset, length);
            bytes += length;
        }
    }
}
