package regulars.sources.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * A file on disk and how it is read.
 *
 * @param lines about how many it has, for telling how far a reading has come
 */
public record TableFile(Path path, FileForm form, long lines) {
    private static final int ZIP = 0x504b0304;
    private static final int OLE = 0xd0cf11e0;

    private static final Set<Integer> NO_TABLES = Set.of(0x25504446, 0x89504e47, 0x47494638, 0x1f8b0800);

    /** Reads below the header. */
    public TableRows open() throws IOException {
        return isWorkbook(path) ? new SheetRows(this) : new CsvRows(path, form);
    }

    public long bytes() throws IOException {
        return Files.size(path);
    }

    /** An Excel workbook of today. */
    public static boolean isWorkbook(Path path) throws IOException {
        return signature(path) == ZIP;
    }

    /** A workbook as Excel wrote it until 2003. */
    public static boolean isOldWorkbook(Path path) throws IOException {
        return signature(path) == OLE;
    }

    /** A document of pages, a picture or an archive. */
    public static boolean isNoTable(Path path) throws IOException {
        return NO_TABLES.contains(signature(path));
    }

    private static int signature(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            int signature = 0;
            for (byte one : in.readNBytes(4)) signature = signature << 8 | one & 0xff;
            return signature;
        }
    }
}
