package regulars.sources;

import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import regulars.customers.AttributeType;
import regulars.kernel.Fault;
import regulars.sources.ColumnMapping.MappedAttribute;
import regulars.sources.FilePreview.KindPreview;
import regulars.sources.cells.DateOrder;
import regulars.sources.cells.DecimalMark;
import regulars.sources.cells.Decimals;
import regulars.sources.cells.Moments;
import regulars.sources.files.FileForm;
import regulars.sources.files.Forms;
import regulars.sources.files.TableFile;

/** Looks at the beginning of a file and guesses what it is. */
final class Previews {
    private static final int SHOWN = 20;
    private static final int LOOKED_AT = 500;
    private static final int MOST_COLUMNS = 300;
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})[-./](\\d{1,2})[-./]\\d{4}.*");
    private static final Pattern COMMA = Pattern.compile("[-+\\d\\s.\u00a0]*,\\d{1,2}");
    private static final Pattern POINT = Pattern.compile("[-+\\d\\s,\u00a0]*\\.\\d{1,2}");

    private Previews() {}

    static FilePreview of(UUID id, String name, TableFile file) throws IOException {
        try (var rows = file.open()) {
            var header = rows.header();
            if (header.isEmpty()) throw Uploads.empty();
            if (header.size() > MOST_COLUMNS) throw tooManyColumns(header.size());
            var body = new ArrayList<List<String>>();
            long read = 0;
            boolean workbook = file.form().encoding() == null;
            while (rows.hasNext() && (workbook || read < LOOKED_AT)) {
                var row = rows.next();
                read++;
                if (read <= LOOKED_AT && row.fields().size() == header.size()) body.add(row.fields());
            }
            var kinds = Arrays.stream(ImportKind.values())
                    .map(kind -> kind(kind, header, body))
                    .toList();
            return new FilePreview(
                    id,
                    name,
                    file.bytes(),
                    workbook ? read : Math.max(read, file.lines() - headerLine(file.form())),
                    file.form(),
                    Forms.sheets(file.path()),
                    header,
                    body.subList(0, Math.min(SHOWN, body.size())),
                    ColumnNames.kind(header),
                    dateOrder(body),
                    workbook ? DecimalMark.POINT : decimalMark(body),
                    Doubts.likely(rows.doubts(), kinds),
                    kinds,
                    null);
        }
    }

    private static int headerLine(FileForm form) {
        return Objects.requireNonNullElse(form.headerLine(), 1);
    }

    private static Fault tooManyColumns(int found) {
        return new Fault(
                        SourcesFault.FILE_COLUMNS_TOO_MANY,
                        "The file has " + found + " columns, " + MOST_COLUMNS + " are read: leave some out.")
                .with("found", found)
                .with("limit", MOST_COLUMNS);
    }

    private static KindPreview kind(ImportKind kind, List<String> header, List<List<String>> body) {
        var fields = ColumnNames.suggest(header, kind);
        var mapping = new ArrayList<ColumnMapping>();
        var keys = new HashSet<String>();
        for (int column = 0; column < header.size(); column++) {
            var field = fields.get(column);
            if (field != null && field != ImportField.ATTRIBUTE) {
                mapping.add(new ColumnMapping(column, field.key(), null));
            } else if (kind == ImportKind.CUSTOMERS) {
                var attribute = attribute(ColumnName.ofAttribute(header.get(column)), column, body);
                if (keys.add(attribute.key())) {
                    mapping.add(new ColumnMapping(column, ImportField.ATTRIBUTE.key(), attribute));
                }
            }
        }
        return new KindPreview(
                kind, ImportField.all(kind).stream().map(ImportField::key).toList(), mapping);
    }

    /** A column that is nothing we know may be an attribute of the company's own. */
    private static MappedAttribute attribute(String name, int column, List<List<String>> body) {
        var values = body.stream()
                .map(row -> row.get(column).strip())
                .filter(value -> !value.isEmpty())
                .toList();
        return new MappedAttribute(attributeKey(name, column), type(values), Map.of("en", name));
    }

    private static String attributeKey(String name, int column) {
        var key = Latin.letters(name)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^[^a-z]+|_+$", "");
        if (key.isEmpty()) return "column_" + (column + 1);
        return key.substring(0, Math.min(key.length(), 60));
    }

    private static AttributeType type(List<String> values) {
        if (values.isEmpty()) return AttributeType.TEXT;
        if (values.stream().allMatch(value -> value.matches("(?i)yes|no|true|false|да|нет|так|ні|是|否")))
            return AttributeType.BOOLEAN;
        boolean codes = values.stream().anyMatch(value -> value.matches("0\\d+"));
        if (!codes && values.stream().allMatch(means(value -> Decimals.parse(value, DecimalMark.POINT))))
            return AttributeType.NUMBER;
        if (!codes && values.stream().allMatch(means(value -> Decimals.parse(value, DecimalMark.COMMA))))
            return AttributeType.NUMBER;
        if (!values.stream().allMatch(means(value -> Moments.parse(value, DateOrder.DAY_FIRST, ZoneOffset.UTC)))) {
            return AttributeType.TEXT;
        }
        boolean days = values.stream()
                .allMatch(value -> Moments.parse(value, DateOrder.DAY_FIRST, ZoneOffset.UTC)
                        .dateOnly());
        return days ? AttributeType.DATE : AttributeType.INSTANT;
    }

    private static Predicate<String> means(Consumer<String> meaning) {
        return value -> {
            try {
                meaning.accept(value);
                return true;
            } catch (Fault e) {
                return false;
            }
        };
    }

    /** Null when no date tells. */
    private static @Nullable DateOrder dateOrder(List<List<String>> body) {
        for (var row : body) {
            for (String cell : row) {
                var match = YEAR_LAST.matcher(cell.strip());
                if (!match.matches()) continue;
                if (Integer.parseInt(match.group(1)) > 12) return DateOrder.DAY_FIRST;
                if (Integer.parseInt(match.group(2)) > 12) return DateOrder.MONTH_FIRST;
            }
        }
        return null;
    }

    /** Null when no number tells, or when they disagree. */
    private static @Nullable DecimalMark decimalMark(List<List<String>> body) {
        boolean comma = body.stream()
                .flatMap(List::stream)
                .anyMatch(cell -> COMMA.matcher(cell.strip()).matches());
        boolean point = body.stream()
                .flatMap(List::stream)
                .anyMatch(cell -> POINT.matcher(cell.strip()).matches());
        if (comma == point) return null;
        return comma ? DecimalMark.COMMA : DecimalMark.POINT;
    }
}
