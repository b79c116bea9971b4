package regulars.sources;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import regulars.customers.AttributeType;
import regulars.sources.FilePreview.KindPreview;
import regulars.sources.files.ColumnDoubt;

/** Which doubtful columns are codes, so that their leading zeros matter. Nothing is guessed back: it is said. */
final class Doubts {
    private static final Set<ImportField> CODES =
            EnumSet.of(ImportField.EXTERNAL_ID, ImportField.PHONE, ImportField.ORDER_ID, ImportField.PRODUCT_ID);

    private Doubts() {}

    /** Those that are called codes, or seem to be one in any kind of file. */
    static List<ColumnDoubt> likely(List<ColumnDoubt> doubts, List<KindPreview> kinds) {
        var codes = new HashSet<Integer>();
        for (KindPreview kind : kinds) codes.addAll(codes(kind.suggestedMapping()));
        return doubts.stream()
                .filter(doubt -> codes.contains(doubt.column()) || ColumnNames.isCode(doubt.name()))
                .toList();
    }

    /** Those that an import takes for codes. */
    static List<ColumnDoubt> mapped(List<ColumnDoubt> doubts, NewImportFile request) {
        var codes = codes(request.mapping());
        var mapped = new HashSet<Integer>();
        for (ColumnMapping one : request.mapping()) mapped.add(one.column());
        return doubts.stream()
                .filter(doubt -> codes.contains(doubt.column())
                        || mapped.contains(doubt.column()) && ColumnNames.isCode(doubt.name()))
                .toList();
    }

    private static Set<Integer> codes(List<ColumnMapping> mapping) {
        var columns = new HashSet<Integer>();
        for (ColumnMapping one : mapping) {
            var attribute = one.attribute();
            boolean text = attribute != null && attribute.type() == AttributeType.TEXT;
            boolean code =
                    ImportField.byKey(one.field()).filter(CODES::contains).isPresent();
            if (text || code) columns.add(one.column());
        }
        return columns;
    }
}
