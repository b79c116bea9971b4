package regulars.sources.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import regulars.kernel.Fault;
import regulars.sources.SourcesFault;

/**
 * A workbook is a zip, and a small zip can hold far more than a machine has. What is read whole into memory is bounded,
 * and so is all of it together, by what really comes out and not by what the zip says of itself.
 */
final class WorkbookLimits {
    private static final long MOST_IN_MEMORY = 96L << 20;
    private static final long MOST_AT_ALL = 4L << 30;
    private static final int MOST_PARTS = 10_000;

    private WorkbookLimits() {}

    static void check(Path path) throws IOException {
        try (var zip = new ZipFile(path.toFile())) {
            if (zip.size() > MOST_PARTS) throw tooLarge();
            if (zip.getEntry("xl/workbook.xml") == null) throw broken();
            long all = 0;
            for (var parts = zip.entries(); parts.hasMoreElements(); ) {
                var part = parts.nextElement();
                boolean streamed = part.getName().toLowerCase(Locale.ROOT).startsWith("xl/worksheets/");
                if (!isRead(part.getName())) continue;
                boolean cells =
                        streamed || part.getName().toLowerCase(Locale.ROOT).endsWith("sharedstrings.xml");
                all += unpacked(
                        zip.getInputStream(part),
                        Math.min(streamed ? MOST_AT_ALL : MOST_IN_MEMORY, MOST_AT_ALL - all),
                        cells ? new CellSizes() : null);
            }
        } catch (ZipException e) {
            throw broken();
        }
    }

    /** Pictures and the like are never opened. */
    private static boolean isRead(String part) {
        var name = part.toLowerCase(Locale.ROOT);
        return name.endsWith(".xml") || name.endsWith(".rels");
    }

    private static long unpacked(InputStream part, long most, @Nullable CellSizes cells) throws IOException {
        try (part) {
            var buffer = new byte[1 << 16];
            long all = 0;
            for (int read = part.read(buffer); read >= 0; read = part.read(buffer)) {
                all += read;
                if (all > most || (cells != null && !cells.takes(buffer, read))) throw tooLarge();
            }
            return all;
        }
    }

    static Fault broken() {
        return new Fault(
                SourcesFault.WORKBOOK_BROKEN,
                "The workbook cannot be read: open it in a spreadsheet program, save it as .xlsx or as CSV, and upload it again.");
    }

    private static Fault tooLarge() {
        return new Fault(
                SourcesFault.WORKBOOK_TOO_LARGE,
                "The workbook unpacks to more than can be read: save its sheet as CSV and upload that.");
    }
}
