package regulars.backup;

import java.util.List;
import java.util.stream.Collectors;

/** The statements that carry a table's rows out and in. Names come from the catalogue and are quoted all the same. */
final class CopyStatements {
    private CopyStatements() {}

    static String out(Catalogue.Table table) {
        // a query, for a partitioned table itself cannot be copied
        return "copy (select %s from %s) to stdout"
                .formatted(columns(table.columns()), name(table.schema(), table.name()));
    }

    static String in(Manifest.Table table) {
        return "copy %s (%s) from stdin".formatted(name(table.schema(), table.name()), columns(table.columns()));
    }

    static String name(String schema, String table) {
        return quoted(schema) + "." + quoted(table);
    }

    static String quoted(String identifier) {
        return "\"" + identifier.replace("\"", "\"\"") + "\"";
    }

    private static String columns(List<String> columns) {
        return columns.stream().map(CopyStatements::quoted).collect(Collectors.joining(", "));
    }
}
