package regulars.kernel;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.regex.Pattern;

/** CSV as RFC 4180 has it, with nothing in it that a spreadsheet would run. */
public final class CsvCells {
    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r].*", Pattern.DOTALL);

    private CsvCells() {}

    public static void writeLine(Writer out, List<String> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) out.write(',');
            out.write(cell(cells.get(i)));
        }
        out.write("\r\n");
    }

    /** What a cell stood for before {@link #cell} guarded it, or before somebody's spreadsheet did. */
    public static String value(String cell) {
        return cell.startsWith("'") && FORMULA.matcher(cell).matches() ? cell.substring(1) : cell;
    }

    /** One apostrophe more before what would be a formula, or would be read as one that was guarded: so it can be undone. */
    public static String cell(String value) {
        var safe = FORMULA.matcher(value).matches() ? "'" + value : value;
        boolean plain = safe.chars().noneMatch(c -> c == '"' || c == ',' || c == ';' || c == '\n' || c == '\r');
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
