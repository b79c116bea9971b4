package regulars.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import javax.sql.DataSource;

/**
 * Saves a running or stopped product into one file and brings it back. The file holds every table of one snapshot, the
 * files of the data folder, the secrets that links and passwords depend on, and a checksum of each part.
 */
public final class Backups {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private Backups() {}

    /** What has to be true in the restored database before anything may start on it; runs in its last transaction. */
    @FunctionalInterface
    public interface Last {
        void run(Connection connection, Instant madeAt) throws SQLException;
    }

    /** The usual place: beside the data, to be carried to another machine. {@code word} says what for. */
    public static Path usualFile(Path data, String word, Instant at) {
        return data.resolve("backups").resolve("regulars-%s-%s.zip".formatted(word, STAMP.format(at)));
    }

    /**
     * Writes {@code file}, readable by its owner only, and reads it back.
     *
     * @throws BackupFault when somebody has to act first
     */
    public static Manifest write(DataSource database, Path data, Path file, Instant madeAt) {
        try (var connection = database.getConnection()) {
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            try {
                return new BackupWriter(connection, new DataFiles(data)).write(file, madeAt);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (IOException | SQLException e) {
            throw new BackupFault(
                    "The backup could not be written to " + file + " (" + e + "): look for free space and permissions",
                    e);
        }
    }

    /**
     * Compares every part of the file with its checksum.
     *
     * @throws BackupFault when it is not whole
     */
    public static Manifest verify(Path file) {
        try (var backup = BackupFile.open(file)) {
            backup.verify();
            return backup.manifest();
        } catch (IOException e) {
            throw new BackupFault(file + " cannot be read (" + e + "): use another backup", e);
        }
    }

    /**
     * Fills an empty database and the data folder. {@code asBackedUp} leaves the schema as old as the backup is: the way
     * back to an older version of the product.
     *
     * @throws BackupFault when the file is not whole, the database is not empty, or the backup is of a newer version
     */
    public static Manifest restore(DataSource database, Path data, Path file, boolean asBackedUp, Last last) {
        try (var backup = BackupFile.open(file)) {
            new Restoration(database, backup, new DataFiles(data)).run(asBackedUp, last);
            return backup.manifest();
        } catch (IOException | SQLException e) {
            throw new BackupFault(
                    file + " could not be restored (" + e + "): look at the cause and run the same command again", e);
        }
    }

    /** Whether a restore into this database was cut off: nothing may start on it. */
    public static boolean isHalfRestored(DataSource database) throws SQLException {
        try (var connection = database.getConnection()) {
            return Restoration.isMarked(connection);
        }
    }
}
