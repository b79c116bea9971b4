package regulars.sources.files;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;
import regulars.kernel.Fault;
import regulars.sources.SourcesFault;

/**
 * The rows of one sheet of a workbook, read as they stream by. Dates come as 2026-12-31, numbers with a point and without
 * the noise behind their fifteenth digit, results of formulas as they were kept. Used by one thread.
 */
final class SheetRows implements TableRows {
    private static final MathContext EXCEL_DIGITS = new MathContext(15);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final ReadableWorkbook book;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final long size;
    private final long lines;
    private final List<String> header;
    private final WholeNumbers numbers = new WholeNumbers();
    private int width;
    private long line;
    private @Nullable TableRow next;

    SheetRows(TableFile file) throws IOException {
        WorkbookLimits.check(file.path());
        size = file.bytes();
        lines = Math.max(1, file.lines());
        book = open(file);
        try {
            stream = sheet(book, file.form()).openStream();
            rows = stream.iterator();
            header = readHeader(file.form().header());
            width = header.size();
        } catch (IOException | RuntimeException e) {
            book.close();
            throw e;
        }
    }

    private static ReadableWorkbook open(TableFile file) throws IOException {
        try {
            return new ReadableWorkbook(file.path().toFile(), new ReadingOptions(true, false));
        } catch (ExcelReaderException | IllegalArgumentException | NullPointerException e) {
            throw WorkbookLimits.broken();
        }
    }

    /** The sheets that can be seen, in their order. */
    static List<String> sheets(TableFile file) throws IOException {
        WorkbookLimits.check(file.path());
        try (var book = open(file)) {
            return book.getSheets()
                    .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                    .map(Sheet::getName)
                    .toList();
        }
    }

    private static Sheet sheet(ReadableWorkbook book, FileForm form) {
        if (form.sheet() == null) return book.getFirstSheet();
        return book.findSheet(form.sheet())
                .orElseThrow(() -> new Fault(
                                SourcesFault.SHEET_UNKNOWN,
                                "The workbook has no sheet '" + form.sheet() + "': choose one that it has.")
                        .at("sheet", form.sheet()));
    }

    private List<String> readHeader(int headerLine) {
        if (headerLine == 0)
            return hasNext() && next != null ? TableRow.numbered(next.fields().size()) : List.of();
        while (true) {
            var row = read();
            if (row == null) return List.of();
            if (row.line() >= headerLine) return row.names();
        }
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public long bytesRead() {
        return Math.min(size, size * line / lines);
    }

    @Override
    public List<ColumnDoubt> doubts() {
        return numbers.doubts(header);
    }

    @Override
    public boolean hasNext() {
        while (next == null) {
            var row = read();
            if (row == null) return false;
            next = row;
        }
        return true;
    }

    @Override
    public TableRow next() {
        if (!hasNext() || next == null) throw new NoSuchElementException("the sheet has no more rows");
        var row = next;
        next = null;
        return row;
    }

    private @Nullable TableRow read() {
        try {
            while (rows.hasNext()) {
                var row = rows.next();
                line = row.getRowNum();
                var cells = cells(row);
                if (!cells.isEmpty()) return new TableRow(line, cells, false);
            }
            return null;
        } catch (ExcelReaderException | IllegalArgumentException | java.io.UncheckedIOException e) {
            throw WorkbookLimits.broken();
        }
    }

    /** As many as the header has; more when there is content behind it; none when all are blank. */
    private List<String> cells(Row row) {
        var cells = new ArrayList<String>();
        int last = 0;
        for (int column = 0; column < row.getCellCount(); column++) {
            var cell = row.getCell(column);
            var text = cell == null ? "" : text(cell, column);
            cells.add(text);
            if (!text.isBlank()) last = column + 1;
        }
        if (last == 0) return List.of();
        int wanted = Math.max(last, width);
        while (cells.size() < wanted) cells.add("");
        return cells.subList(0, wanted);
    }

    private String text(Cell cell, int column) {
        var raw = cell.getRawValue();
        return switch (cell.getType()) {
            case EMPTY -> "";
            case STRING -> cell.asString();
            case BOOLEAN -> cell.asBoolean() ? "true" : "false";
            case ERROR -> raw == null ? "" : raw;
            case NUMBER -> isDate(cell) ? date(cell) : number(cell.asNumber(), column);
            case FORMULA -> formula(cell, column);
        };
    }

    private String formula(Cell cell, int column) {
        return switch (cell.getValue()) {
            case null -> "";
            case BigDecimal number -> isDate(cell) ? date(cell) : number(number, column);
            case Object other -> other.toString();
        };
    }

    private String number(BigDecimal value, int column) {
        var rounded = value.round(EXCEL_DIGITS).stripTrailingZeros();
        numbers.saw(column, rounded);
        return rounded.toPlainString();
    }

    private static boolean isDate(Cell cell) {
        return cell.getType() != CellType.STRING
                && CellFormats.isDate(cell.getDataFormatId(), cell.getDataFormatString());
    }

    private static String date(Cell cell) {
        LocalDateTime moment = cell.asDate();
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT) ? DAY.format(moment) : MOMENT.format(moment);
    }

    @Override
    public void close() throws IOException {
        stream.close();
        book.close();
    }
}
