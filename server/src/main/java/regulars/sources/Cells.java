package regulars.sources;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import regulars.kernel.Fault;
import regulars.sources.files.TableRow;

/** One row by the names of its fields. */
final class Cells {
    private final ImportPlan plan;
    private final TableRow row;

    private Cells(ImportPlan plan, TableRow row) {
        this.plan = plan;
        this.row = row;
    }

    /** @throws RowProblem.Rejected when the row does not fit the header */
    static Cells of(ImportPlan plan, TableRow row) throws RowProblem.Rejected {
        if (row.malformed()) {
            throw rejected(
                    row,
                    new Fault(
                            SourcesFault.ROW_MALFORMED,
                            "The row cannot be read: a quote is opened and not closed, text follows a closing quote, or there is a zero byte in it."));
        }
        int width = plan.header().size();
        if (row.fields().size() != width) {
            throw rejected(
                    row,
                    new Fault(
                                    SourcesFault.ROW_COLUMNS_WRONG,
                                    "The row has " + row.fields().size() + " columns and the header " + width
                                            + ": put text with the delimiter in it into quotes.")
                            .with("found", row.fields().size())
                            .with("expected", width));
        }
        return new Cells(plan, row);
    }

    private static RowProblem.Rejected rejected(TableRow row, Fault fault) {
        var shown = row.fields().isEmpty() ? null : String.join(" | ", row.fields());
        return new RowProblem.Rejected(RowProblem.of(row.line(), null, shown, fault));
    }

    /** A cell of a row as it is; null when it is blank, not mapped or not there. */
    static @Nullable String raw(ImportPlan plan, TableRow row, ImportField field) {
        var column = plan.columns().get(field);
        return column == null || column >= row.fields().size()
                ? null
                : meant(row.fields().get(column));
    }

    long line() {
        return row.line();
    }

    /** The cell without outer spaces; null when it is blank or not mapped. */
    @Nullable
    String text(ImportField field) {
        var column = plan.columns().get(field);
        return column == null ? null : text(column);
    }

    private @Nullable String text(int column) {
        return meant(row.fields().get(column));
    }

    private static @Nullable String meant(String cell) {
        var text = cell.strip();
        return text.isEmpty() ? null : text;
    }

    /** What the cell means; null when it is blank or not mapped. */
    <T> @Nullable T value(ImportField field, Function<String, T> meaning) throws RowProblem.Rejected {
        var column = plan.columns().get(field);
        return column == null ? null : value(column, meaning);
    }

    <T> @Nullable T value(int column, Function<String, T> meaning) throws RowProblem.Rejected {
        var text = text(column);
        if (text == null) return null;
        try {
            return meaning.apply(text);
        } catch (Fault fault) {
            throw new RowProblem.Rejected(
                    RowProblem.of(row.line(), plan.header().get(column), text, fault));
        }
    }

    /** A problem with the cell of a field, or with the row when the field is not mapped. */
    RowProblem.Rejected problem(ImportField field, Fault fault) {
        var column = plan.columns().get(field);
        var name = column == null ? null : plan.header().get(column);
        return new RowProblem.Rejected(RowProblem.of(row.line(), name, text(field), fault));
    }

    /** The mapped cells as they are, one text that differs where any of them does. */
    String mappedValues() {
        var values = new StringBuilder();
        plan.columns()
                .forEach((field, column) -> values.append(field.key())
                        .append('\u001e')
                        .append(row.fields().get(column).strip())
                        .append('\u001f'));
        plan.attributes()
                .forEach(mapped -> values.append(mapped.attribute().key())
                        .append('\u001e')
                        .append(row.fields().get(mapped.column()).strip())
                        .append('\u001f'));
        return values.toString();
    }

    List<ImportPlan.MappedColumn> attributes() {
        return plan.attributes();
    }
}
