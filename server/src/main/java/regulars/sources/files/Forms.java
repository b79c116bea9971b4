package regulars.sources.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Tells from the beginning of a file how it is to be read, wherever nobody has said it. */
public final class Forms {
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    private static final int LOOKED_AT = 500;
    private static final int MOST_CELLS = 1_000_000;
    private static final int SHOWN = 20;
    private static final int FURTHEST_HEADER = 20;

    private Forms() {}

    /**
     * The form with nothing left out but what does not apply.
     *
     * @param isHeader whether a row has names of columns, as far as its words tell
     */
    public static FileForm settle(TableFile file, Predicate<List<String>> isHeader) throws IOException {
        var form = TableFile.isWorkbook(file.path()) ? workbook(file) : text(file);
        if (form.headerLine() != null) return form;
        var bare = new FileForm(form.encoding(), form.delimiter(), 0, form.sheet());
        int header = headerLine(head(new TableFile(file.path(), bare, file.lines())), isHeader);
        return new FileForm(form.encoding(), form.delimiter(), header, form.sheet());
    }

    private static FileForm workbook(TableFile file) throws IOException {
        var sheets = SheetRows.sheets(file);
        if (sheets.isEmpty()) throw WorkbookLimits.broken();
        return new FileForm(null, null, file.form().headerLine(), null)
                .or(new FileForm(null, null, null, file.form().sheet()))
                .or(new FileForm(null, null, null, sheets.getFirst()));
    }

    /** The sheets to choose from; none of a text. */
    public static List<String> sheets(Path path) throws IOException {
        if (!TableFile.isWorkbook(path)) return List.of();
        return SheetRows.sheets(new TableFile(path, FileForm.UNKNOWN, 0));
    }

    private static FileForm text(TableFile file) throws IOException {
        var asked = file.form();
        var encoding = asked.encoding() == null
                ? EncodingDetector.detect(file.path()).orElse(TextEncoding.UTF_8)
                : asked.encoding();
        var known = new FileForm(encoding, asked.delimiter(), asked.headerLine(), null);
        if (asked.delimiter() != null) return known;
        return known.or(new FileForm(null, String.valueOf(delimiter(file.path(), known)), null, null));
    }

    /** The one that makes the most columns, and the same number in most of the first rows. */
    private static char delimiter(Path path, FileForm known) throws IOException {
        char best = ',';
        long most = 0;
        for (char delimiter : DELIMITERS) {
            var form = new FileForm(known.encoding(), String.valueOf(delimiter), 0, null);
            var rows = head(new TableFile(path, form, 0)).stream().limit(SHOWN).toList();
            int width = usualWidth(rows);
            if (width < 2) continue;
            long fitting =
                    rows.stream().filter(row -> row.fields().size() == width).count();
            long score = width * 100 * fitting / rows.size();
            if (score > most) {
                most = score;
                best = delimiter;
            }
        }
        return best;
    }

    /** The first rows, whatever they are. */
    public static List<TableRow> head(TableFile file) throws IOException {
        var rows = new ArrayList<TableRow>();
        try (var open = file.open()) {
            long cells = 0;
            while (rows.size() <= LOOKED_AT && cells < MOST_CELLS && open.hasNext()) {
                rows.add(open.next());
                cells += rows.getLast().fields().size();
            }
        }
        return rows;
    }

    private static int usualWidth(List<TableRow> rows) {
        var counts = new java.util.TreeMap<Integer, Integer>();
        for (TableRow row : rows)
            if (!row.malformed()) counts.merge(row.fields().size(), 1, Integer::sum);
        return counts.entrySet().stream()
                .max(java.util.Map.Entry.<Integer, Integer>comparingByValue()
                        .thenComparing(java.util.Map.Entry.comparingByKey()))
                .map(java.util.Map.Entry::getKey)
                .orElse(0);
    }

    /** Titles and notes above the table have fewer cells than it; the first full row is the header, unless it is data. */
    private static int headerLine(List<TableRow> rows, Predicate<List<String>> isHeader) {
        int width = usualWidth(rows);
        for (TableRow row : rows.subList(0, Math.min(FURTHEST_HEADER, rows.size()))) {
            long filled = row.fields().stream().filter(cell -> !cell.isBlank()).count();
            if (row.malformed() || filled * 2 <= width) continue;
            return isHeader.test(row.names()) ? Math.toIntExact(row.line()) : 0;
        }
        return 1;
    }
}
