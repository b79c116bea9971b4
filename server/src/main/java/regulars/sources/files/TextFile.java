package regulars.sources.files;

import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;

/** A text that can be opened again further on, and tells how much of it was read. Used by one thread. */
final class TextFile {
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final Path path;
    private final Charset charset;
    private long furthest;
    private long current;

    TextFile(Path path, Charset charset) {
        this.path = path;
        this.charset = charset;
    }

    BufferedReader open() throws IOException {
        current = 0;
        var text = new BufferedReader(new InputStreamReader(new Counted(Files.newInputStream(path)), charset), 1 << 16);
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) text.reset();
        return text;
    }

    /** Passes so many lines, then the blank ones, then one more; tells the number of that line. */
    static long skip(BufferedReader text, long lines) throws IOException {
        long line = 0;
        while (true) {
            var passed = text.readLine();
            line++;
            if (passed == null || (line > lines && !passed.isBlank())) return line;
        }
    }

    long bytesRead() {
        return furthest;
    }

    private final class Counted extends FilterInputStream {
        private Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            if (one >= 0) count(1);
            return one;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            if (read > 0) count(read);
            return read;
        }

        private void count(int read) {
            current += read;
            furthest = Math.max(furthest, current);
        }
    }
}
