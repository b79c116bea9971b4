package regulars.boot;

import static regulars.boot.Exit.DATABASE_NOT_USABLE;
import static regulars.boot.Exit.NEWER_DATA;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import regulars.backup.Backups;
import regulars.kernel.Release;
import schema.Migrations;

/**
 * Brings the data to this version: a backup of what was there first, then one transaction a migration. Whatever ends it
 * in the middle, the next one goes on.
 */
public final class Upgrade {
    private static final Logger log = LoggerFactory.getLogger(Upgrade.class);

    private final DataSource database;
    private final Path data;
    private final List<Migrations.Pending> pending;

    private Upgrade(DataSource database, Path data, List<Migrations.Pending> pending) {
        this.database = database;
        this.data = data;
        this.pending = pending;
    }

    /** @throws StartFault of data that is half restored or of a newer version */
    public static Upgrade of(DataSource database, Path data) {
        try {
            if (Backups.isHalfRestored(database))
                throw new StartFault(
                        Exit.BACKUP_NOT_USABLE,
                        "A restore into this database was cut off: run './regulars restore' with the same file again, it begins anew");
            return new Upgrade(database, data, Migrations.pending(database));
        } catch (Migrations.NewerDatabase e) {
            throw new StartFault(
                    NEWER_DATA,
                    "This data was written by a newer Regulars (" + e.getMessage()
                            + "): start that version, or restore a backup made by this one",
                    e);
        } catch (SQLException e) {
            throw new StartFault(DATABASE_NOT_USABLE, "The database does not answer: " + e.getMessage(), e);
        }
    }

    /** What {@link #run} would do, in order. */
    public List<Migrations.Pending> pending() {
        return pending;
    }

    /** True of a database that a product has never been started on: there is nothing to lose. */
    public boolean isFresh() {
        var first = Migrations.rooms().getFirst();
        return pending.stream()
                .anyMatch(one -> one.room().equals(first) && one.version().equals("1"));
    }

    /** For a command that reads tables as this version knows them. */
    public void requireNothingPending() {
        if (pending.isEmpty()) return;
        throw new StartFault(
                DATABASE_NOT_USABLE,
                "The data is of an older version: run './regulars upgrade', or start this version once, and try again");
    }

    public void run() {
        if (pending.isEmpty()) return;
        if (!isFresh()) save();
        Migrations.run(database);
    }

    private void save() {
        var release = Release.read();
        var now = InstantSource.system().instant();
        var file = Backups.usualFile(data, "before-" + release.version(), now);
        log.info(
                "{} changes bring the data to {}: what is there is saved to {} first",
                pending.size(),
                release.version(),
                file);
        Backups.write(database, data, file, now);
    }
}
