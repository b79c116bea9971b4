package postgres;

import static postgres.PostgresFault.Kind.FOLDER_IN_USE;
import static postgres.PostgresFault.Kind.FOLDER_NOT_USABLE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One process per folder. The kernel lets go of the lock when its holder dies, so a crash leaves nothing behind. */
public final class FolderLock implements AutoCloseable {
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    public static FolderLock of(Path folder) {
        FileChannel channel = null;
        try {
            if (!Files.exists(folder)) Files.createDirectories(folder, OWNER_ONLY);
            channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) throw new OverlappingFileLockException();
            return new FolderLock(channel);
        } catch (OverlappingFileLockException e) {
            close(channel);
            throw new PostgresFault(
                    FOLDER_IN_USE, "Another process uses " + folder + ": stop it first, or name another folder", e);
        } catch (IOException e) {
            close(channel);
            throw new PostgresFault(
                    FOLDER_NOT_USABLE,
                    "Cannot write to " + folder + " (" + e
                            + "): make it writable for this user, or name another folder",
                    e);
        }
    }

    @Override
    public void close() {
        close(channel);
    }

    private static void close(@Nullable FileChannel channel) {
        try {
            if (channel != null) channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
