package regulars.warehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The files of the mirror: {@code mirror-<n>.duckdb}, each rebuild the next number, so that a new one is opened while
 * the old one still answers. What is being built has another ending and is never taken for a whole one.
 */
final class MirrorFolder {
    private static final Pattern WHOLE = Pattern.compile("mirror-(\\d{1,9})\\.duckdb");

    private final Path folder;

    MirrorFolder(Path folder) {
        this.folder = folder;
    }

    /** The newest whole file. */
    Optional<Path> current() {
        return files().stream().filter(file -> number(file) > 0).max(Comparator.comparingInt(MirrorFolder::number));
    }

    /** A place for a new one. */
    Path building() {
        int last = current().map(MirrorFolder::number).orElse(0);
        return folder.resolve("mirror-" + (last + 1) + ".building");
    }

    /** Makes a closed and complete file the current one, in one step. */
    Path finish(Path building) {
        var name = building.getFileName().toString().replace(".building", ".duckdb");
        try {
            return Files.move(building, building.resolveSibling(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes everything but the given file and its log; only while no other is open. */
    void tidy(Optional<Path> kept) {
        var name = kept.map(file -> file.getFileName().toString());
        files().stream()
                .filter(file -> name.isEmpty() || !file.getFileName().toString().startsWith(name.get()))
                .filter(Files::isRegularFile)
                .forEach(MirrorFile::delete);
    }

    private List<Path> files() {
        try {
            Files.createDirectories(folder);
            try (var files = Files.list(folder)) {
                return files.toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int number(Path file) {
        var match = WHOLE.matcher(file.getFileName().toString());
        return match.matches() ? Integer.parseInt(match.group(1)) : 0;
    }
}
