package regulars.sources;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import regulars.sources.csv.CsvRow;
import regulars.sources.csv.CsvRows;

/** Looks at the beginning of a file and guesses what it is. */
final class Previews {
    private static final char[] DELIMITERS = {',', ';', '\t'};
    private static final int SHOWN = 20;
    private static final int LOOKED_AT = 500;
    private static final int MOST_COLUMNS = 300;
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})[-./](\\d{1,2})[-./]\\d{4}.*");
    private static final Pattern COMMA = Pattern.compile("[-+\\d\\s.\u00a0]*,\\d{1,2}");
    private static final Pattern POINT = Pattern.compile("[-+\\d\\s,\u00a0]*\\.\\d{1,2}");

    private Previews() {}

    static FilePreview of(UUID id, String name, Path path, TextCheck check) throws IOException {
        char delimiter = delimiter(path);
        var rows = head(path, delimiter);
        if (rows.isEmpty()) throw Uploads.empty();
        var header = rows.getFirst().fields().stream().map(String::strip).toList();
        if (header.size() > MOST_COLUMNS) {
            throw new Fault(
                            SourcesFault.FILE_COLUMNS_TOO_MANY,
                            "The file has " + header.size() + " columns, " + MOST_COLUMNS
                                    + " are read: leave some out.")
                    .with("found", header.size())
                    .with("limit", MOST_COLUMNS);
        }
        var body = rows.subList(1, rows.size()).stream()
                .filter(row -> row.fields().size() == header.size())
                .map(CsvRow::fields)
                .toList();
        return new FilePreview(
                id,
                name,
                check.bytes(),
                Math.max(0, check.lines() - 1),
                String.valueOf(delimiter),
                header,
                body.subList(0, Math.min(SHOWN, body.size())),
                ColumnNames.kind(header),
                dateOrder(body),
                decimalMark(body),
                Arrays.stream(ImportKind.values())
                        .map(kind -> kind(kind, header, body))
                        .toList());
    }

    /** The one that makes the most columns, and the same number in the first rows. */
    private static char delimiter(Path path) throws IOException {
        char best = ',';
        int most = 0;
        for (char delimiter : DELIMITERS) {
            var rows = head(path, delimiter).stream().limit(SHOWN).toList();
            if (rows.isEmpty() || rows.getFirst().malformed()) continue;
            int width = rows.getFirst().fields().size();
            long fitting =
                    rows.stream().filter(row -> row.fields().size() == width).count();
            int score = width * (int) (100 * fitting / rows.size());
            if (width > 1 && score > most) {
                most = score;
                best = delimiter;
            }
        }
        return best;
    }

    private static List<CsvRow> head(Path path, char delimiter) throws IOException {
        var rows = new ArrayList<CsvRow>();
        try (var file = new CsvRows(path, delimiter)) {
            while (rows.size() <= LOOKED_AT && file.hasNext()) rows.add(file.next());
        }
        return rows;
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
                var attribute = attribute(header.get(column), column, body);
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
