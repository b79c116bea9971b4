package regulars.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A backup that lies on a disk, to be checked and read. */
final class BackupFile implements AutoCloseable {
    static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path path;
    private final ZipFile zip;
    private final Manifest manifest;

    private BackupFile(Path path, ZipFile zip, Manifest manifest) {
        this.path = path;
        this.zip = zip;
        this.manifest = manifest;
    }

    static BackupFile open(Path path) {
        ZipFile zip = null;
        try {
            zip = new ZipFile(path.toFile());
            return new BackupFile(path, zip, manifest(path, zip));
        } catch (IOException | JacksonException e) {
            close(zip, e);
            throw new BackupFault(
                    path + " cannot be read as a backup (" + e.getMessage()
                            + "): name a file that './regulars backup' made",
                    e);
        } catch (RuntimeException e) {
            close(zip, e);
            throw e;
        }
    }

    private static void close(@Nullable ZipFile zip, Exception because) {
        try {
            if (zip != null) zip.close();
        } catch (IOException e) {
            because.addSuppressed(e);
        }
    }

    private static Manifest manifest(Path path, ZipFile zip) throws IOException {
        var entry = zip.getEntry(Manifest.NAME);
        if (entry == null)
            throw new BackupFault(
                    path + " has no " + Manifest.NAME + ": it is not a backup, or was cut off; use another");
        try (var content = zip.getInputStream(entry)) {
            var manifest = JSON.readValue(content, Manifest.class);
            if (manifest.format() <= Manifest.FORMAT) return manifest;
            throw new BackupFault(path + " was made by Regulars " + manifest.product()
                    + " in a newer form: restore it with that version");
        }
    }

    Manifest manifest() {
        return manifest;
    }

    InputStream read(Manifest.Content content) throws IOException {
        var entry = zip.getEntry(content.name());
        if (entry == null)
            throw new BackupFault(path + " lacks " + content.name() + ": it is damaged, use another backup");
        return zip.getInputStream(entry);
    }

    /** Reads everything once and compares it with the manifest. */
    void verify() throws IOException {
        for (var content : contents()) {
            var digest = Sealed.sha256();
            long bytes = 0;
            var buffer = new byte[1 << 16];
            try (var stream = read(content)) {
                for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                    digest.update(buffer, 0, read);
                    bytes += read;
                }
            } catch (IOException e) {
                throw damaged(content, e);
            }
            if (bytes != content.bytes()
                    || !HexFormat.of().formatHex(digest.digest()).equals(content.sha256()))
                throw damaged(content, null);
        }
    }

    private List<Manifest.Content> contents() {
        var all = new ArrayList<>(manifest.files());
        manifest.tables().forEach(table -> all.add(table.content()));
        return all;
    }

    private BackupFault damaged(Manifest.Content content, @Nullable Exception cause) {
        return new BackupFault(
                path + " is damaged: " + content.name() + " is not what was written; use another backup", cause);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
