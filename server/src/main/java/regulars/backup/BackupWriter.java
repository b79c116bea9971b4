package regulars.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.postgresql.PGConnection;
import regulars.kernel.Release;

/** Writes everything of one snapshot into one file. What runs meanwhile goes on undisturbed. */
final class BackupWriter {
    private final Connection connection;
    private final DataFiles files;

    BackupWriter(Connection connection, DataFiles files) {
        this.connection = connection;
        this.files = files;
    }

    /** Under another name first: what bears the name of a backup is whole and has been read back. */
    Manifest write(Path target, Instant madeAt) throws IOException, SQLException {
        if (Files.exists(target))
            throw new BackupFault(target + " exists already: a backup overwrites nothing, choose another name");
        var folder = Objects.requireNonNull(target.toAbsolutePath().getParent(), "a file lies in a folder");
        Files.createDirectories(folder);
        var part = folder.resolve(target.getFileName() + ".part");
        Files.deleteIfExists(part);
        try {
            var manifest = writePart(part, madeAt);
            try (var written = BackupFile.open(part)) {
                written.verify();
            }
            force(part);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            return manifest;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private Manifest writePart(Path part, Instant madeAt) throws IOException, SQLException {
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.createFile(part, ownerOnly); // it holds secrets and people's data
        try (var sealed = new Sealed(Files.newOutputStream(part))) {
            var catalogue = new Catalogue(connection);
            var versions = catalogue.versions(); // the first statement: from here on all see one snapshot
            if (versions.isEmpty())
                throw new BackupFault(
                        "This database holds nothing of Regulars: start the product once, or name another one");
            var partitions = catalogue.partitions();
            var contents = copyFiles(sealed);
            var tables = copyTables(sealed, catalogue.tables());
            var release = Release.read();
            var manifest = new Manifest(
                    Manifest.FORMAT,
                    release.version(),
                    release.commit(),
                    connection.getMetaData().getDatabaseProductVersion(),
                    madeAt,
                    versions,
                    partitions,
                    catalogue.sequences(),
                    tables,
                    contents);
            sealed.add(Manifest.NAME, out -> out.write(BackupFile.JSON.writeValueAsBytes(manifest)));
            return manifest;
        }
    }

    /** Right after the snapshot was taken: each of its rows finds its file unless that was just removed for good. */
    private List<Manifest.Content> copyFiles(Sealed sealed) throws IOException {
        var contents = new ArrayList<Manifest.Content>();
        for (var file : files.all()) {
            try (var content = Files.newInputStream(file)) {
                contents.add(sealed.add(files.entry(file), content::transferTo));
            } catch (NoSuchFileException e) {
                continue; // removed since the folder was listed
            }
        }
        return contents;
    }

    private List<Manifest.Table> copyTables(Sealed sealed, List<Catalogue.Table> tables)
            throws IOException, SQLException {
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        var copied = new ArrayList<Manifest.Table>();
        for (var table : tables) {
            var rows = new long[1];
            var content = sealed.add("tables/" + table.key(), out -> {
                try {
                    rows[0] = copy.copyOut(CopyStatements.out(table), out);
                } catch (SQLException e) {
                    throw new IOException("the table " + table.key() + " cannot be read", e);
                }
            });
            copied.add(new Manifest.Table(table.schema(), table.name(), table.columns(), rows[0], content));
        }
        return copied;
    }

    private static void force(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }
}
