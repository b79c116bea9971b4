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
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.util.unit.DataSize;
import regulars.kernel.Actor;
import regulars.kernel.Fault;
import regulars.kernel.Ids;
import regulars.kernel.Installation;
import regulars.sources.files.EncodingDetector;
import regulars.sources.files.FileForm;
import regulars.sources.files.Forms;
import regulars.sources.files.TableFile;
import regulars.sources.files.TextEncoding;
import regulars.sources.files.TextScan;
import schema.sources.tables.records.FileRecord;

/** Uploaded files, kept in the data folder under their ids until they are imported or a week old. */
@Service
class Uploads {
    private static final Duration KEPT = Duration.ofDays(7);
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_LINE = 1 << 20;

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

    /** Streams the file to disk, finds out what it is written in, and looks at its beginning. */
    FilePreview take(String name, InputStream content, Actor actor) throws IOException {
        Files.createDirectories(folder);
        forgetOld();
        var id = Ids.next(clock.instant());
        var path = path(id);
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var check = copy(content, path, digest);
            var file = table(path, check);
            var preview = Previews.of(id, shown(name), file);
            store.add(
                    preview,
                    file.lines(),
                    HexFormat.of().formatHex(digest.digest()),
                    actor.toString(),
                    clock.instant());
            return remembering(preview);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    /** The same file looked at again, as the asked form reads it. */
    FilePreview preview(UUID id, FileForm asked) throws IOException {
        var stored = get(id);
        return remembering(Previews.of(id, stored.getName(), table(stored, asked)));
    }

    private FilePreview remembering(FilePreview preview) {
        return preview.with(
                store.lastChoices(preview.header()).map(RememberedImport::of).orElse(null));
    }

    /** The file with its form: what was found when it was uploaded, wherever nothing else is asked. */
    TableFile table(FileRecord stored, @Nullable FileForm asked) {
        var found = UploadStore.form(stored);
        var path = content(stored.getId());
        if (asked == null || asked.or(found).equals(found)) return new TableFile(path, found, stored.getLineCount());
        var known = asked.or(new FileForm(found.encoding(), null, null, null));
        return settled(new TableFile(path, known, stored.getLineCount()));
    }

    /** Remembers the columns as an import reads them. */
    void read(UUID id, List<String> header) {
        store.header(id, header);
    }

    static List<String> header(TableFile file) {
        try (var rows = file.open()) {
            return rows.header();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TableFile settled(TableFile file) {
        try {
            return new TableFile(file.path(), Forms.settle(file, ColumnNames::isHeader), file.lines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TableFile table(Path path, UploadCheck check) throws IOException {
        if (TableFile.isOldWorkbook(path)) {
            throw new Fault(
                    SourcesFault.WORKBOOK_OLD,
                    "The file is a workbook of Excel 97-2003: save it as .xlsx or as CSV and upload it again.");
        }
        if (TableFile.isNoTable(path)) throw notText();
        if (TableFile.isWorkbook(path)) return settled(new TableFile(path, FileForm.UNKNOWN, 0));
        var encoding = check.isUtf8()
                ? TextEncoding.UTF_8
                : EncodingDetector.detect(path).orElseThrow(Uploads::notText);
        var scan = check.isUtf8() ? check.scan() : TextScan.of(path, encoding);
        if (!scan.isText()) throw notText();
        if (scan.longest() > LONGEST_LINE) {
            throw new Fault(
                    SourcesFault.FILE_BROKEN, "A line is longer than a million characters: this is not a table.");
        }
        return settled(new TableFile(path, new FileForm(encoding, null, null, null), scan.lines()));
    }

    private UploadCheck copy(InputStream content, Path path, MessageDigest digest) throws IOException {
        try (var file = Files.newOutputStream(path);
                var check = new UploadCheck(new DigestOutputStream(file, digest), most)) {
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
        return folder.resolve(id + ".table");
    }

    static Fault empty() {
        return new Fault(
                SourcesFault.FILE_EMPTY,
                "The file is empty: it needs a line with the names of the columns, then rows.");
    }

    private static Fault notText() {
        return new Fault(
                SourcesFault.FILE_NOT_TEXT,
                "The file is neither text nor an Excel workbook: save the table as CSV or .xlsx and upload it again.");
    }

    static Fault tooLarge(long most) {
        return new Fault(
                        SourcesFault.FILE_TOO_LARGE,
                        "The file is larger than " + DataSize.ofBytes(most).toMegabytes()
                                + " MB: split it, with the header in each part.")
                .with("limit", DataSize.ofBytes(most).toMegabytes());
    }
}
