package regulars.kernel;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A workbook of one sheet after ECMA-376, part 1. Texts are written as texts, so nothing in them is ever a formula, and
 * leading zeros stay; a number is written as one where a spreadsheet's binary number keeps it exactly, else as text.
 */
final class WorkbookWriter implements RowWriter {
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String TYPES = "application/vnd.openxmlformats-";

    private static final Map<String, String> PARTS = Map.of(
            "[Content_Types].xml",
            "<Types xmlns=\"" + PACKAGE + "content-types\"><Default Extension=\"rels\" ContentType=\"" + TYPES
                    + "package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"" + TYPES
                    + "officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\""
                    + " ContentType=\"" + TYPES + "officedocument.spreadsheetml.worksheet+xml\"/><Override"
                    + " PartName=\"/xl/styles.xml\" ContentType=\"" + TYPES
                    + "officedocument.spreadsheetml.styles+xml\"/></Types>",
            "_rels/.rels",
            relations(relation("r1", "officeDocument", "xl/workbook.xml")),
            "xl/workbook.xml",
            "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATIONS
                    + "\"><sheets><sheet name=\"1\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>",
            "xl/_rels/workbook.xml.rels",
            relations(relation("r1", "worksheet", "worksheets/sheet1.xml") + relation("r2", "styles", "styles.xml")),
            "xl/styles.xml",
            "<styleSheet xmlns=\"" + MAIN + "\"><fonts count=\"1\"><font/></fonts><fills count=\"1\"><fill/></fills>"
                    + "<borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs>"
                    + "<cellXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellXfs></styleSheet>");

    private final ZipOutputStream zip;
    private final Writer out;
    private int rows;

    WorkbookWriter(OutputStream stream) throws IOException {
        zip = new ZipOutputStream(stream, StandardCharsets.UTF_8);
        for (var part : PARTS.entrySet()) {
            zip.putNextEntry(new ZipEntry(part.getKey()));
            zip.write((XML + part.getValue()).getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
        out = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
        out.write(XML + "<worksheet xmlns=\"" + MAIN + "\"><sheetData>");
    }

    private static String relations(String all) {
        return "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + all + "</Relationships>";
    }

    private static String relation(String id, String type, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + RELATIONS + "/" + type + "\" Target=\"" + target + "\"/>";
    }

    @Override
    public void row(List<? extends @Nullable Object> cells) throws IOException {
        rows++;
        out.write("<row r=\"" + rows + "\">");
        for (int column = 0; column < cells.size(); column++) {
            var value = cells.get(column);
            if (value != null) cell(name(column) + rows, value);
        }
        out.write("</row>");
    }

    private void cell(String place, Object value) throws IOException {
        if (value instanceof Number number && isExact(number)) {
            out.write("<c r=\"" + place + "\"><v>" + number + "</v></c>");
            return;
        }
        var text = value.toString();
        if (text.isEmpty()) return;
        out.write("<c r=\"" + place + "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
        escape(text);
        out.write("</t></is></c>");
    }

    /** Fifteen digits are what a spreadsheet shows of a binary number. */
    private static boolean isExact(Number number) {
        return switch (number) {
            case Integer _, Short _, Byte _ -> true;
            case Long whole -> Math.abs(whole) < 1_000_000_000_000_000L;
            case BigDecimal exact -> exact.precision() <= 15 && Math.abs(exact.scale()) <= 15;
            default -> false;
        };
    }

    private void escape(String text) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.write("&amp;");
                case '<' -> out.write("&lt;");
                case '>' -> out.write("&gt;");
                case '\r' -> out.write("&#13;");
                default -> {
                    if (c >= ' ' && c < 0xFFFE || c == '\n' || c == '\t') out.write(c);
                }
            }
        }
    }

    /** A to Z, AA to ZZ and on. */
    static String name(int column) {
        var letter = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? letter : name(column / 26 - 1) + letter;
    }

    @Override
    public void close() throws IOException {
        out.write("</sheetData></worksheet>");
        out.flush();
        zip.closeEntry();
        zip.finish();
    }
}
