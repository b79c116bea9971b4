package regulars.sources.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What one pass over a text shows.
 *
 * @param lines a last one without an end too; rows with line breaks in them count as several
 * @param broken lines with a zero byte in them
 */
public record TextScan(long lines, long longest, long broken) {
    private static final int FEW = 10;

    /** Whether it is text at all: one broken line in ten at most. */
    public boolean isText() {
        return broken * FEW <= lines;
    }

    /** The same for a text in another encoding than UTF-8, which is checked while it is uploaded. */
    public static TextScan of(Path path, TextEncoding encoding) throws IOException {
        var counter = new LineCounter();
        var buffer = new char[1 << 14];
        try (var reader = new java.io.InputStreamReader(Files.newInputStream(path), encoding.charset())) {
            for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) counter.count(buffer, read);
        }
        return counter.scan();
    }
}
