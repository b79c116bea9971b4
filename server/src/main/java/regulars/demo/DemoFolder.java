package regulars.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.springframework.util.FileSystemUtils;

/** The demo's data folder. Only a folder that a demo made is ever emptied. */
final class DemoFolder {
    /** How to sign in to a finished demo. */
    record Login(String email, String password) {}

    private static final String MARK = "demo.txt";

    private final Path folder;

    DemoFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    Path path() {
        return folder;
    }

    /** The login of the demo that was finished here; empty when it has to be made. */
    Optional<Login> finished() throws IOException {
        var mark = folder.resolve(MARK);
        if (!Files.exists(mark)) return Optional.empty();
        var lines = Files.readAllLines(mark);
        return lines.size() == 2 ? Optional.of(new Login(lines.get(0), lines.get(1))) : Optional.empty();
    }

    /** Throws away what an unfinished demo left. */
    void begin() throws IOException {
        if (Files.exists(folder) && !Files.exists(folder.resolve(MARK)) && !isEmpty()) {
            throw new IllegalStateException(
                    folder + " holds something that no demo made: name another folder by REGULARS_DATA");
        }
        FileSystemUtils.deleteRecursively(folder);
        Files.createDirectories(folder);
        write(List.of());
    }

    void finish(Login login) throws IOException {
        write(List.of(login.email(), login.password()));
    }

    void remove() throws IOException {
        FileSystemUtils.deleteRecursively(folder);
    }

    private void write(List<String> lines) throws IOException {
        var mark = folder.resolve(MARK);
        Files.deleteIfExists(mark);
        Files.createFile(mark, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(mark, lines);
    }

    private boolean isEmpty() throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }
}
