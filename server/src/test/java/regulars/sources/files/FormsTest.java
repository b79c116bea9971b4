package regulars.sources.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import regulars.kernel.Fault;
import regulars.sources.SourcesFault;

class FormsTest {
    @TempDir
    private static Path folder;

    @Test
    void tellsTheDelimiterAndTheLineOfTheHeader() throws IOException {
        assertThat(form("a;b;c\n1,5;2;3\n4,5;5;6\n".getBytes(TextEncoding.UTF_8.charset())))
                .isEqualTo(new FileForm(TextEncoding.UTF_8, ";", 1, null));
        assertThat(form("id|name\n1|Ann\n".getBytes(TextEncoding.UTF_8.charset()))
                        .delimiter())
                .isEqualTo("|");
        assertThat(form("id\tname\n1\tAnn, B\n".getBytes(TextEncoding.UTF_8.charset()))
                        .delimiter())
                .isEqualTo("\t");
        assertThat(form("Sales of March\n\nid,name,city\n1,Ann,Kyiv\n2,Bob,Lviv\n"
                                .getBytes(TextEncoding.UTF_8.charset()))
                        .headerLine())
                .isEqualTo(3);
        assertThat(form("1,ann@example.com\n2,bob@example.com\n".getBytes(TextEncoding.UTF_8.charset()))
                        .headerLine())
                .isZero();
    }

    @Test
    void readsASheetAsText() throws IOException {
        var bytes = Workbooks.of(
                Workbooks.row(1, "Exported")
                        + Workbooks.row(3, "id", "zip", "born", "sum", "seen")
                        + Workbooks.row(4, "a", "#4011", "@3266", "#6988.0400000000004", "%44197.5")
                        + Workbooks.row(5, "b", "#800", "@36210", "#7364")
                        + Workbooks.row(6, "c", "#2776", "", "#12")
                        + Workbooks.row(7, "d", "#1234"),
                Workbooks.row(1, "other"));
        var file = file(bytes);

        assertThat(file.form()).isEqualTo(new FileForm(null, null, 3, "Sheet1"));
        assertThat(Forms.sheets(file.path())).containsExactly("Sheet1", "Sheet2");
        try (var rows = file.open()) {
            assertThat(rows.header()).containsExactly("id", "zip", "born", "sum", "seen");
            var read = new ArrayList<TableRow>();
            rows.forEachRemaining(read::add);
            assertThat(read)
                    .containsExactly(
                            new TableRow(
                                    4, List.of("a", "4011", "1908-12-09", "6988.04", "2021-01-01 12:00:00"), false),
                            new TableRow(5, List.of("b", "800", "1999-02-19", "7364", ""), false),
                            new TableRow(6, List.of("c", "2776", "", "12", ""), false),
                            new TableRow(7, List.of("d", "1234", "", "", ""), false));
            assertThat(rows.doubts()).containsExactly(new ColumnDoubt(1, "zip", 4, 4, 1));
        }
    }

    @Test
    void refusesWorkbooksThatUnpackTooFarOrNotAtAll() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            for (int i = 0; i < 100; i++) zip.write(new byte[1 << 20]);
            zip.closeEntry();
        }
        assertThat(bytes.size()).isLessThan(1 << 20);
        assertFault(() -> file(bytes.toByteArray()), SourcesFault.WORKBOOK_TOO_LARGE);
        assertFault(() -> file(new byte[] {'P', 'K', 3, 4, 5, 6, 7, 8}), SourcesFault.WORKBOOK_BROKEN);
        assertFault(() -> file(Workbooks.of("<row r=\"1\"><c r=")), SourcesFault.WORKBOOK_BROKEN);
        var entity = Workbooks.of("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&passwd;</t></is></c></row>");
        assertFault(() -> file(entity), SourcesFault.WORKBOOK_BROKEN);
    }

    private static void assertFault(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, SourcesFault code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(code));
    }

    private static FileForm form(byte[] bytes) throws IOException {
        return file(bytes).form();
    }

    private static TableFile file(byte[] bytes) throws IOException {
        var path = Files.write(Files.createTempFile(folder, "file", ".table"), bytes);
        var unknown = new TableFile(path, FileForm.UNKNOWN, 10);
        return new TableFile(
                path, Forms.settle(unknown, cells -> cells.stream().noneMatch(cell -> cell.contains("@"))), 10);
    }
}
