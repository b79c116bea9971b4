package regulars.sources.csv;

import java.util.List;

/**
 * A row of a file.
 *
 * @param line where it begins, the first line of the file being 1
 * @param malformed it could not be read as a row; its fields are then empty
 */
public record CsvRow(long line, List<String> fields, boolean malformed) {
    public CsvRow {
        fields = List.copyOf(fields);
    }
}
