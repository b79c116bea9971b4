package regulars.sources.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import regulars.kernel.Fault;
import regulars.sources.SourcesFault;

/**
 * The rows of a UTF-8 file, the header being the first; rows without any content are left out. A row that cannot be
 * read, such as one whose stray quote would swallow those after it, is told as malformed, and reading goes on at the
 * line after its first. Used by one thread.
 */
public final class CsvRows implements Iterator<CsvRow>, AutoCloseable {
    private static final int MOST_MALFORMED = 1000;
    private static final int LONGEST_FIELD = 64 * 1024;
    private static final int MOST_FIELDS = 1000;
    private static final int MOST_LINES = 200;

    private final TextFile file;
    private final char delimiter;
    private CsvReader<CsvRecord> reader;
    private Iterator<CsvRecord> records;
    /** Lines before the point where the reader in use began. */
    private long skipped;
    /** The line after the last row. */
    private long following = 1;

    private int columns = -1;
    private int malformed;
    private @Nullable CsvRow next;

    public CsvRows(Path path, char delimiter) throws IOException {
        this.file = new TextFile(path);
        this.delimiter = delimiter;
        this.reader = reader(file.open());
        this.records = reader.iterator();
    }

    private CsvReader<CsvRecord> reader(BufferedReader text) {
        var handler = CsvRecordHandler.builder()
                .maxFieldSize(LONGEST_FIELD)
                .maxFields(MOST_FIELDS)
                .build();
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .build(handler, text);
    }

    /** How far in the file the reading has come. */
    public long bytesRead() {
        return file.bytesRead();
    }

    @Override
    public boolean hasNext() {
        while (next == null) {
            var row = read();
            if (row == null) return false;
            if (row.malformed() || row.fields().stream().anyMatch(field -> !field.isBlank())) next = row;
        }
        return true;
    }

    @Override
    public CsvRow next() {
        if (!hasNext() || next == null) throw new NoSuchElementException("the file has no more rows");
        var row = next;
        next = null;
        return row;
    }

    private @Nullable CsvRow read() {
        try {
            if (!records.hasNext()) return null;
            var row = row(records.next());
            return row == null ? resume(following - 1) : row;
        } catch (CsvParseException e) {
            return resume(following - 1);
        }
    }

    /** Null when a stray quote must have made it of several. */
    private @Nullable CsvRow row(CsvRecord read) {
        long line = skipped + read.getStartingLineNumber();
        var fields = read.getFields();
        long lines = 1 + fields.stream().mapToLong(CsvRows::lineBreaks).sum();
        if (columns < 0) columns = fields.size();
        if (lines > MOST_LINES || (lines > 1 && fields.size() != columns)) {
            following = line;
            return null;
        }
        following = line + lines;
        return new CsvRow(line, fields, false);
    }

    private static long lineBreaks(String field) {
        if (field.indexOf('\n') < 0 && field.indexOf('\r') < 0) return 0;
        return field.replace("\r\n", "\n")
                .replace('\r', '\n')
                .chars()
                .filter(character -> character == '\n')
                .count();
    }

    /** Reads on after the first line with content behind {@code lines}, which is the malformed one. */
    private CsvRow resume(long lines) {
        if (++malformed > MOST_MALFORMED) {
            throw new Fault(
                    SourcesFault.FILE_BROKEN,
                    "More than " + MOST_MALFORMED
                            + " rows cannot be read: check the delimiter and the quotes of the file.");
        }
        try {
            reader.close();
            var text = file.open();
            long line = TextFile.skip(text, lines);
            reader = reader(text);
            records = reader.iterator();
            skipped = line;
            following = line + 1;
            return new CsvRow(line, List.of(), true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
