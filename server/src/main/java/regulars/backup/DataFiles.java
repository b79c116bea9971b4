package regulars.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The files of the data folder that no database holds, such as uploads that wait for their import. */
final class DataFiles {
    private static final String PREFIX = "files/";
    /** The database is saved as rows, the mirror rebuilds itself, a password file is for one pair of eyes. */
    private static final Set<String> LEFT_OUT = Set.of(
            "postgres", "mirror", "lock", "backups", "owner-password.txt", "new-password.txt", "cache", "restored");

    private final Path folder;

    DataFiles(Path folder) {
        this.folder = folder;
    }

    List<Path> all() throws IOException {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile)
                    .filter(this::isOurs)
                    .sorted()
                    .toList();
        }
    }

    private boolean isOurs(Path file) {
        return !LEFT_OUT.contains(folder.relativize(file).getName(0).toString());
    }

    String entry(Path file) {
        return PREFIX + folder.relativize(file).toString().replace('\\', '/');
    }

    /** Where an entry belongs; a name that would leave the folder is refused. */
    Path target(String entry) {
        var target = folder.resolve(entry.substring(PREFIX.length())).normalize();
        if (!entry.startsWith(PREFIX) || !target.startsWith(folder) || !isOurs(target))
            throw new BackupFault("The backup names '" + entry + "', which is no place for a file: use another backup");
        return target;
    }
}
