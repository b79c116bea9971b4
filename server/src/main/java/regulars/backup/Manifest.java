package regulars.backup;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a backup says of itself. {@code rooms} are the versions of the schemas, {@code partitions} the statements that
 * make those partitions which no migration makes.
 */
public record Manifest(
        int format,
        String product,
        String commit,
        String database,
        Instant madeAt,
        Map<String, String> rooms,
        List<Partition> partitions,
        List<Sequence> sequences,
        List<Table> tables,
        List<Content> files) {
    static final int FORMAT = 1;
    static final String NAME = "manifest.json";

    public Manifest {
        rooms = Map.copyOf(rooms);
        partitions = List.copyOf(partitions);
        sequences = List.copyOf(sequences);
        tables = List.copyOf(tables);
        files = List.copyOf(files);
    }

    /** Rows of all tables together. */
    public long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }

    /** One entry of the file: its name in there, its length unpacked, its SHA-256 in hexadecimal digits. */
    public record Content(String name, long bytes, String sha256) {}

    /** Tables stand in an order in which no row precedes what it refers to. */
    public record Table(String schema, String name, List<String> columns, long rows, Content content) {
        public Table {
            columns = List.copyOf(columns);
        }
    }

    public record Partition(String name, String statement) {}

    /** {@code lastValue} is absent of a sequence that has not been asked yet. */
    public record Sequence(
            String schema, String name, @Nullable Long lastValue) {}
}
