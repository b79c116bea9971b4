package regulars.warehouse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import regulars.kernel.MirroredTable;

/**
 * One mirrored table, the same here and there; with a subject's number it also gets the derived
 * {@link Warehouse#CUSTOMER_NUMBER}.
 *
 * @param columns as in PostgreSQL, without the derived one
 * @param derived it has the derived column, which the mirror keeps in step with the links
 * @param sortedBy the column its rows lie in order of, so that a window touches a part of the file
 */
record TableShape(
        String schema,
        String table,
        String key,
        List<MirrorColumn> columns,
        boolean derived,
        @Nullable String sortedBy,
        Whose whose) {
    static final String SUBJECT_NUMBER = "subject_number";
    static final String CUSTOMER_NUMBER = "customer_number";

    static TableShape of(MirroredTable mirrored) {
        var table = mirrored.table();
        var columns = Arrays.stream(table.fields())
                .filter(field -> !mirrored.unmirrored().contains(field))
                .map(field -> new MirrorColumn(field.getName(), ColumnKind.of(field.getDataType())))
                .toList();
        var names = columns.stream().map(MirrorColumn::name).toList();
        boolean derived = names.contains(SUBJECT_NUMBER) && !names.contains(CUSTOMER_NUMBER);
        return new TableShape(
                Objects.requireNonNull(table.getSchema()).getName(),
                table.getName(),
                mirrored.key().getName(),
                columns,
                derived,
                mirrored.sortedBy() == null ? null : mirrored.sortedBy().getName(),
                derived ? Whose.derived(mirrored) : Whose.of(mirrored));
    }

    /** {@code schema.table}, as tombstones and people name it. */
    String name() {
        return schema + "." + table;
    }

    String quoted() {
        return quote(schema) + "." + quote(table);
    }

    /** It says which customer a subject is. */
    boolean isLink() {
        return key.equals(SUBJECT_NUMBER)
                && columns.stream().anyMatch(column -> column.name().equals(CUSTOMER_NUMBER));
    }

    /** All columns of the mirror, the derived one last. */
    List<MirrorColumn> mirrorColumns() {
        if (!derived) return columns;
        var all = new ArrayList<>(columns);
        all.add(new MirrorColumn(CUSTOMER_NUMBER, ColumnKind.INTEGER));
        return all;
    }

    /** Neither keys nor unique indexes: they would cost more than all else, and PostgreSQL has checked already. */
    String create(String name) {
        return mirrorColumns().stream()
                .map(column -> quote(column.name()) + " " + column.kind().duck())
                .collect(Collectors.joining(", ", "create table " + name + " (", ")"));
    }

    static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
