package postgres;

import static postgres.PostgresFault.Kind.FOLDER_NOT_USABLE;
import static postgres.PostgresFault.Kind.PROGRAMS_MISSING;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The programs of PostgreSQL, unpacked once per release into the cache. */
record Binaries(Path folder) {
    /** The major version of the archive in our pom; a cluster of another one cannot be opened by it. */
    static final String MAJOR = "18";

    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    static Binaries unpacked(Path cache) {
        var archive = archive();
        try {
            var target = cache.resolve(key(archive));
            if (!Files.exists(target)) unpack(archive, cache, target);
            requireOpenToAll(target);
            return new Binaries(target);
        } catch (FileSystemException e) {
            throw new PostgresFault(
                    FOLDER_NOT_USABLE,
                    "Cannot unpack PostgreSQL into " + cache + " (" + e
                            + "): free some space there, make it writable, or name another folder by REGULARS_CACHE",
                    e);
        } catch (IOException e) {
            throw new PostgresFault(PROGRAMS_MISSING, "Cannot unpack PostgreSQL from " + archive + ": " + e, e);
        }
    }

    private static URL archive() {
        var machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        var name = machine.contains("aarch64") ? "arm_64" : "x86_64";
        var found = Binaries.class.getResource("/postgres-linux-" + name + ".txz");
        if (found == null || !System.getProperty("os.name").equals("Linux")) {
            throw new PostgresFault(
                    PROGRAMS_MISSING,
                    "No PostgreSQL for " + System.getProperty("os.name") + " on " + machine
                            + " is built in: run your own PostgreSQL 17 or later and name it by REGULARS_DATABASE_URL");
        }
        return found;
    }

    /** Checksum and size come from the jar's directory, so an ordinary start reads nothing of the 15 MB. */
    private static String key(URL archive) throws IOException {
        if (archive.openConnection() instanceof JarURLConnection jar) {
            var entry = jar.getJarEntry();
            return "postgres-%s-%08x-%d".formatted(MAJOR, entry.getCrc(), entry.getSize());
        }
        throw new IOException("expected a jar");
    }

    private static void unpack(URL archive, Path cache, Path target) throws IOException {
        Files.createDirectories(cache);
        var fresh = Files.createTempDirectory(cache, ".unpacking-");
        try {
            try (var tar =
                    new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive.openStream())))) {
                for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry())
                    write(entry, tar, fresh);
            }
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
            move(fresh, target);
        } finally {
            Folders.delete(fresh);
        }
    }

    private static void move(Path fresh, Path target) throws IOException {
        try {
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (DirectoryNotEmptyException | FileAlreadyExistsException e) {
            if (!Files.exists(target)) throw e; // otherwise another process was quicker: its copy is as good
        } catch (AtomicMoveNotSupportedException e) {
            throw new IOException("the cache must lie on one file system", e);
        }
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path root) throws IOException {
        var path = root.resolve(entry.getName()).normalize();
        if (!path.startsWith(root) || isForDevelopers(entry.getName())) return;
        if (entry.isDirectory()) {
            Files.createDirectories(path);
        } else {
            Files.createDirectories(path.getParent());
            if (entry.isSymbolicLink()) Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            else Files.copy(content, path);
        }
        if (!entry.isSymbolicLink()) {
            var executable = entry.isDirectory() || (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(
                    path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    private static boolean isForDevelopers(String name) {
        return name.endsWith(".a") || name.contains("/pgxs/") || name.contains("/pkgconfig/");
    }

    private static void requireOpenToAll(Path folder) throws IOException {
        if (!Account.isRoot()) return;
        for (var path = folder; path != null; path = path.getParent()) {
            if (!Files.getPosixFilePermissions(path).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                throw new PostgresFault(
                        FOLDER_NOT_USABLE,
                        "PostgreSQL does not run as root, and " + path + " is closed to other accounts: "
                                + "name a cache folder they can reach by REGULARS_CACHE");
            }
        }
    }
}
