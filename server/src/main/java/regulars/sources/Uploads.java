package regulars.sources;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.util.unit.DataSize;
import regulars.kernel.Actor;
import regulars.kernel.Fault;
import regulars.kernel.Ids;
import regulars.kernel.Installation;
import schema.sources.tables.records.FileRecord;

/** Uploaded files, kept in the data folder under their ids until they are imported or a week old. */
@Service
class Uploads {
    private static final Duration KEPT = Duration.ofDays(7);
    private static final int LONGEST_NAME = 200;

    private final UploadStore store;
    private final Path folder;
    private final InstantSource clock;
    private final long most;

    Uploads(
            UploadStore store,
            Installation installation,
            InstantSource clock,
            @Value("${regulars.import-file-size:1GB}") DataSize most) {
        this.store = store;
        this.folder = installation.data().resolve("imports");
        this.clock = clock;
        this.most = most.toBytes();
    }

    /** Streams the file to disk, checks that it is text, and looks at its beginning. */
    FilePreview take(String name, InputStream content, Actor actor) throws IOException {
        Files.createDirectories(folder);
        forgetOld();
        var id = Ids.next(clock.instant());
        var path = path(id);
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var check = copy(content, path, digest);
            var preview = Previews.of(id, shown(name), path, check);
            store.add(preview, HexFormat.of().formatHex(digest.digest()), actor.toString(), clock.instant());
            return preview;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    private TextCheck copy(InputStream content, Path path, MessageDigest digest) throws IOException {
        try (var file = Files.newOutputStream(path);
                var check = new TextCheck(new DigestOutputStream(file, digest), most)) {
            content.transferTo(check);
            check.complete();
            return check;
        }
    }

    private static String shown(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .strip();
        return last.isEmpty() ? "file.csv" : last.substring(0, Math.min(last.length(), LONGEST_NAME));
    }

    FileRecord get(UUID id) {
        return store.find(id)
                .orElseThrow(
                        () -> new Fault(SourcesFault.FILE_NOT_FOUND, "There is no file " + id + ": upload it again.")
                                .at("fileId", id));
    }

    Path content(UUID id) {
        var path = path(id);
        if (Files.exists(path)) return path;
        throw new Fault(
                        SourcesFault.FILE_GONE,
                        "The file is no longer on this machine: files are removed when they are imported or a week old; upload it again.")
                .at("fileId", id);
    }

    /** People's data is not kept longer than needed. */
    void remove(UUID id) {
        try {
            Files.deleteIfExists(path(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void forgetOld() {
        store.unused(clock.instant().minus(KEPT)).forEach(this::remove);
    }

    private Path path(UUID id) {
        return folder.resolve(id + ".csv");
    }

    static Fault empty() {
        return new Fault(
                SourcesFault.FILE_EMPTY,
                "The file is empty: it needs a line with the names of the columns, then rows.");
    }

    static Fault tooLarge(long most) {
        return new Fault(
                        SourcesFault.FILE_TOO_LARGE,
                        "The file is larger than " + DataSize.ofBytes(most).toMegabytes()
                                + " MB: split it, with the header in each part.")
                .with("limit", DataSize.ofBytes(most).toMegabytes());
    }
}
