package regulars.sources;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import regulars.sources.cells.DateOrder;
import regulars.sources.cells.DecimalMark;
import regulars.sources.files.ColumnDoubt;
import regulars.sources.files.FileForm;

/**
 * An uploaded file, looked at.
 *
 * @param rows about how many there are, the header not counted
 * @param form how it is read
 * @param sheets of a workbook, to choose from
 * @param first the first rows as they are
 * @param suggestedKind what it seems to be
 * @param doubts columns of codes that may have lost their leading zeros
 * @param remembered what was chosen for the last file with these columns
 * @param kinds for each kind its fields and what the columns seem to be
 */
record FilePreview(
        UUID fileId,
        String name,
        long bytes,
        long rows,
        FileForm form,
        List<String> sheets,
        List<String> header,
        List<List<String>> first,
        ImportKind suggestedKind,
        @Nullable DateOrder suggestedDateOrder,
        @Nullable DecimalMark suggestedDecimalMark,
        List<ColumnDoubt> doubts,
        List<KindPreview> kinds,
        @Nullable RememberedImport remembered) {
    FilePreview with(@Nullable RememberedImport choices) {
        return new FilePreview(
                fileId,
                name,
                bytes,
                rows,
                form,
                sheets,
                header,
                first,
                suggestedKind,
                suggestedDateOrder,
                suggestedDecimalMark,
                doubts,
                kinds,
                choices);
    }

    FilePreview with(List<KindPreview> others) {
        return new FilePreview(
                fileId,
                name,
                bytes,
                rows,
                form,
                sheets,
                header,
                first,
                suggestedKind,
                suggestedDateOrder,
                suggestedDecimalMark,
                doubts,
                others,
                remembered);
    }

    /** @param fields keys; the screens translate {@code fields.<key>} */
    record KindPreview(ImportKind kind, List<String> fields, List<ColumnMapping> suggestedMapping) {}
}
