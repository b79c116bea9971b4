package regulars.sources.files;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A row of a file.
 *
 * @param line where it begins, the first line of the file being 1
 * @param malformed it could not be read as a row; its fields are then empty
 */
public record TableRow(long line, List<String> fields, boolean malformed) {
    public TableRow {
        fields = List.copyOf(fields);
    }

    /** The cells as names of columns. */
    List<String> names() {
        return fields.stream().map(String::strip).toList();
    }

    /** Names of columns that have none. */
    static List<String> numbered(int columns) {
        return IntStream.rangeClosed(1, columns).mapToObj(Integer::toString).toList();
    }
}
