package regulars.sources.files;

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
import regulars.kernel.CsvCells;
import regulars.kernel.Fault;
import regulars.sources.SourcesFault;

/**
 * The rows of a text. A row that cannot be read, such as one whose stray quote would swallow those after it, is told as
 * malformed, and reading goes on at the line after its first. Used by one thread.
 */
final class CsvRows implements TableRows {
    private static final int MOST_MALFORMED = 1000;
    private static final int LONGEST_FIELD = 64 * 1024;
    /** No line is longer, so that a table that is too wide is told as such. */
    private static final int MOST_FIELDS = 1 << 20;

    private static final int MOST_LINES = 200;

    private final TextFile file;
    private final char delimiter;
    private CsvReader<CsvRecord> reader;
    private Iterator<CsvRecord> records;
    /** Lines before the point where the reader in use began. */
    private long skipped;
    /** The line after the last row. */
    private long following = 1;

    private final int headerLine;
    private final List<String> header;
    private int columns = -1;
    private int malformed;
    private @Nullable TableRow next;

    CsvRows(Path path, FileForm form) throws IOException {
        this.file = new TextFile(path, form.textEncoding().charset());
        this.delimiter = form.separator();
        this.headerLine = form.header();
        this.reader = reader(file.open());
        this.records = reader.iterator();
        this.header = readHeader();
    }

    private List<String> readHeader() {
        if (headerLine == 0) return hasNext() ? TableRow.numbered(columns) : List.of();
        while (hasNext()) {
            var row = next();
            if (row.line() >= headerLine) return row.names();
        }
        return List.of();
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

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public List<ColumnDoubt> doubts() {
        return List.of(); // a text keeps its zeros
    }

    @Override
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
    public TableRow next() {
        if (!hasNext() || next == null) throw new NoSuchElementException("the file has no more rows");
        var row = next;
        next = null;
        return row;
    }

    private @Nullable TableRow read() {
        try {
            if (!records.hasNext()) return null;
            var row = row(records.next());
            return row == null ? resume(following - 1) : row;
        } catch (CsvParseException e) {
            return resume(following - 1);
        }
    }

    /** Null when a stray quote must have made it of several. */
    private @Nullable TableRow row(CsvRecord read) {
        long line = skipped + read.getStartingLineNumber();
        var fields = read.getFields();
        long lines = 1 + fields.stream().mapToLong(CsvRows::lineBreaks).sum();
        if (columns < 0 && line >= headerLine) columns = fields.size();
        if (lines > MOST_LINES || (lines > 1 && columns >= 0 && fields.size() != columns)) {
            following = line;
            return null;
        }
        following = line + lines;
        if (fields.stream().anyMatch(field -> field.indexOf(0) >= 0)) return new TableRow(line, List.of(), true);
        return new TableRow(line, fields.stream().map(CsvCells::value).toList(), false);
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
    private TableRow resume(long lines) {
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
            return new TableRow(line, List.of(), true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
