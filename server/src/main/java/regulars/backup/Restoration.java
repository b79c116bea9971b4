package regulars.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import regulars.kernel.StopJournal;
import schema.Migrations;

/**
 * Brings a backup into an empty database: the schema of its version, then its rows, then what newer versions change. A
 * mark stays until all is done; a start refuses a marked database, and the next attempt begins anew.
 */
final class Restoration {
    private static final String MARK = "regulars_restoring";

    private final DataSource database;
    private final BackupFile backup;
    private final DataFiles files;

    Restoration(DataSource database, BackupFile backup, DataFiles files) {
        this.database = database;
        this.backup = backup;
        this.files = files;
    }

    static boolean isMarked(Connection connection) throws SQLException {
        return exists(connection, MARK);
    }

    void run(boolean asBackedUp, Backups.Last last) throws IOException, SQLException {
        backup.verify();
        try (var connection = database.getConnection()) {
            requireEmpty(connection);
            execute(connection, "create schema " + MARK);
        }
        var manifest = backup.manifest();
        try {
            Migrations.runUpTo(database, manifest.rooms());
        } catch (Migrations.NewerDatabase e) {
            unmark();
            throw new BackupFault(
                    "This backup was made by a newer Regulars, " + manifest.product() + " (" + e.getMessage()
                            + "): restore it with that version",
                    e);
        }
        inOneTransaction(this::load);
        restoreFiles(manifest.files());
        if (!asBackedUp) Migrations.run(database);
        inOneTransaction(connection -> {
            last.run(connection, manifest.madeAt());
            execute(connection, "drop schema " + MARK);
        });
    }

    private void unmark() throws SQLException {
        try (var connection = database.getConnection()) {
            execute(connection, "drop schema " + MARK);
        }
    }

    private void requireEmpty(Connection connection) throws SQLException {
        var rooms = Migrations.rooms();
        if (isMarked(connection)) {
            for (var room : rooms) execute(connection, dropping(room));
            execute(connection, "drop schema " + MARK);
            return;
        }
        for (var room : rooms) {
            if (exists(connection, room))
                throw new BackupFault(
                        "The database holds data already: a backup goes into an empty one, name an empty data folder by --into or an empty database by REGULARS_DATABASE_URL");
        }
    }

    private static String dropping(String schema) {
        return "drop schema if exists %s cascade".formatted(CopyStatements.quoted(schema));
    }

    private static boolean exists(Connection connection, String schema) throws SQLException {
        try (var statement = connection.prepareStatement("select from pg_namespace where nspname = ?")) {
            statement.setString(1, schema);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private void load(Connection connection) throws IOException, SQLException {
        var manifest = backup.manifest();
        for (var table : manifest.tables().reversed())
            execute(connection, emptying(table)); // what migrations put there
        execute(connection, "delete from warehouse.tombstone");
        for (var partition : manifest.partitions()) execute(connection, partition.statement());
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        for (var table : manifest.tables()) {
            try (var rows = backup.read(table.content())) {
                copy.copyIn(CopyStatements.in(table), rows);
            }
        }
        for (var sequence : manifest.sequences()) advance(connection, sequence);
        execute(connection, "analyze");
    }

    private static String emptying(Manifest.Table table) {
        return "delete from %s".formatted(CopyStatements.name(table.schema(), table.name()));
    }

    private static void advance(Connection connection, Manifest.Sequence sequence) throws SQLException {
        var last = sequence.lastValue();
        if (last == null) return;
        try (var statement = connection.prepareStatement("select setval(?::regclass, ?)")) {
            statement.setString(1, CopyStatements.name(sequence.schema(), sequence.name()));
            statement.setLong(2, last);
            statement.execute();
        }
    }

    private void restoreFiles(List<Manifest.Content> contents) throws IOException {
        for (var content : contents) {
            var target = files.target(content.name());
            Files.createDirectories(Objects.requireNonNull(target.getParent()));
            if (isJournal(target) && Files.exists(target)) {
                mergeJournal(content, target);
                continue;
            }
            Files.deleteIfExists(target);
            copy(content, target);
        }
    }

    private static boolean isJournal(Path file) {
        return file.endsWith(StopJournal.FILE);
    }

    /** The one that lies there knows what came after the backup. */
    private void mergeJournal(Manifest.Content content, Path target) throws IOException {
        var older = target.resolveSibling(StopJournal.FILE + ".part");
        Files.deleteIfExists(older);
        copy(content, older);
        new StopJournal(Objects.requireNonNull(target.getParent())).merge(older);
        Files.delete(older);
    }

    private void copy(Manifest.Content content, Path target) throws IOException {
        try (var stream = backup.read(content)) {
            Files.copy(stream, target);
        }
    }

    @FunctionalInterface
    private interface Step {
        void run(Connection connection) throws IOException, SQLException;
    }

    private void inOneTransaction(Step step) throws IOException, SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                step.run(connection);
                connection.commit();
            } catch (IOException | SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
