package regulars.kernel;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** CSV in UTF-8 with a mark that spreadsheets know it by. */
final class CsvRowWriter implements RowWriter {
    private final Writer out;

    CsvRowWriter(OutputStream stream) throws IOException {
        out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
        out.write('\uFEFF');
    }

    @Override
    public void row(List<? extends @Nullable Object> cells) throws IOException {
        CsvCells.writeLine(
                out, cells.stream().map(cell -> Objects.toString(cell, "")).toList());
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }
}
