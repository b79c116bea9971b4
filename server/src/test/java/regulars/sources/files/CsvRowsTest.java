package regulars.sources.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvRowsTest {
    @TempDir
    private static Path folder;

    @Test
    void tellsEachRowsLine() throws IOException {
        var rows = rows("\ufeffa,b\r\n1,2\r\n\r\n\"x\r\ny\",3\r\n4,5");

        assertThat(rows).containsExactly(row(1, "a", "b"), row(2, "1", "2"), row(4, "x\r\ny", "3"), row(6, "4", "5"));
    }

    @Test
    void losesOneRowToAStrayQuote() throws IOException {
        var rows = rows("a,b\n1,2\n\"3,4\n5,6\n7,\"8\"\n9,10\n");

        assertThat(rows)
                .containsExactly(
                        row(1, "a", "b"),
                        row(2, "1", "2"),
                        malformed(3),
                        row(4, "5", "6"),
                        row(5, "7", "8"),
                        row(6, "9", "10"));
    }

    @Test
    void losesOneRowToAZeroByte() throws IOException {
        assertThat(rows("a,b\n1,2\n3,4\0\n5,6\n"))
                .containsExactly(row(1, "a", "b"), row(2, "1", "2"), malformed(3), row(4, "5", "6"));
    }

    @Test
    void losesOneRowToTextBehindAQuote() throws IOException {
        assertThat(rows("a,b\n\"1\" x,2\n3,4\n")).containsExactly(row(1, "a", "b"), malformed(2), row(3, "3", "4"));
    }

    @Test
    void losesOneRowToAQuoteThatIsNeverClosed() throws IOException {
        assertThat(rows("a,b\n1,2\n\n3,\"4\n5,6\n7,8\n"))
                .containsExactly(row(1, "a", "b"), row(2, "1", "2"), malformed(4), row(5, "5", "6"), row(6, "7", "8"));
    }

    @Test
    void goesOnAfterManyMalformedRows() throws IOException {
        var text = new StringBuilder("a,b\n");
        for (int i = 0; i < 300; i++)
            text.append("\"x\"y,").append(i).append("\n1,").append(i).append('\n');

        var rows = rows(text.toString());

        assertThat(rows.stream().filter(TableRow::malformed)).hasSize(300);
        assertThat(rows.getLast()).isEqualTo(row(601, "1", "299"));
        assertThat(rows).hasSize(601);
    }

    @Test
    void handsOnRowsOfAnotherWidth() throws IOException {
        assertThat(rows("a;b\n1\n1;2;3\n;\n  ;  \n4;5", ';'))
                .containsExactly(row(1, "a", "b"), row(2, "1"), row(3, "1", "2", "3"), row(6, "4", "5"));
    }

    private static List<TableRow> rows(String text) throws IOException {
        return rows(text, ',');
    }

    private static List<TableRow> rows(String text, char delimiter) throws IOException {
        var file = Files.writeString(Files.createTempFile(folder, "rows", ".csv"), text);
        var rows = new ArrayList<TableRow>();
        try (var csv = new CsvRows(file, new FileForm(TextEncoding.UTF_8, String.valueOf(delimiter), 0, null))) {
            csv.forEachRemaining(rows::add);
            assertThat(csv.bytesRead()).isEqualTo(Files.size(file));
        }
        return rows;
    }

    private static TableRow row(long line, String... fields) {
        return new TableRow(line, List.of(fields), false);
    }

    private static TableRow malformed(long line) {
        return new TableRow(line, List.of(), true);
    }
}
