package regulars.boot;

import java.nio.file.Files;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import postgres.FolderLock;
import postgres.PostgresFault;

/**
 * The database for a command beside the product: the running product's own, or opened for as long as the command takes.
 * It is taken as it is and never migrated.
 */
public final class Attachment implements AutoCloseable {
    private final Database database;
    private final @Nullable FolderLock lock;

    private Attachment(Database database, @Nullable FolderLock lock) {
        this.database = database;
        this.lock = lock;
    }

    /** @throws StartFault when there is no data here, or no way to it */
    public static Attachment open(StartSettings settings) {
        if (settings.database().isEmpty() && !Files.isDirectory(settings.data().resolve("postgres")))
            throw new StartFault(
                    Exit.FOLDER_NOT_USABLE,
                    "There is no database in " + settings.data() + ": name the data folder by REGULARS_DATA");
        var lock = lockIfFree(settings);
        return lock.isEmpty() ? besideTheProduct(settings) : with(lock.get(), settings);
    }

    /** For a command that needs the data to itself. */
    public static Attachment alone(StartSettings settings) {
        return with(Product.lock(settings), settings);
    }

    public DataSource dataSource() {
        return database.dataSource();
    }

    /** Whether the product runs on this data folder; one on another machine does not show. */
    public boolean productRuns() {
        return lock == null;
    }

    private static Attachment besideTheProduct(StartSettings settings) {
        var database =
                settings.database().isPresent() ? Database.connect(settings) : Database.connectToRunning(settings);
        return new Attachment(database, null);
    }

    private static Attachment with(FolderLock lock, StartSettings settings) {
        try {
            return new Attachment(Database.connect(settings), lock);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static Optional<FolderLock> lockIfFree(StartSettings settings) {
        try {
            return Optional.of(FolderLock.of(settings.data()));
        } catch (PostgresFault e) {
            if (e.kind() == PostgresFault.Kind.FOLDER_IN_USE) return Optional.empty();
            throw new StartFault(Database.exit(e), e.getMessage() + " by REGULARS_DATA", e);
        }
    }

    @Override
    public void close() {
        database.close();
        if (lock != null) lock.close();
    }
}
