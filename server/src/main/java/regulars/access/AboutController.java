package regulars.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import regulars.kernel.Installation;
import regulars.kernel.Needs;
import regulars.kernel.Permission;
import regulars.kernel.Release;

/** What this installation is made of. */
@RestController
@Needs(Permission.SETTINGS_MANAGE)
class AboutController {
    private final AboutStore store;
    private final Installation installation;
    private final List<AboutPart> parts;
    private final DatabaseKind databaseKind;
    private final Release release = Release.read();
    private final Instant startedAt;

    AboutController(
            AboutStore store,
            Installation installation,
            List<AboutPart> parts,
            InstantSource clock,
            @Value("${REGULARS_DATABASE_URL:}") String database) {
        this.store = store;
        this.installation = installation;
        this.parts = parts;
        this.startedAt = clock.instant();
        this.databaseKind = database.isBlank() ? DatabaseKind.EMBEDDED : DatabaseKind.EXTERNAL;
    }

    @GetMapping("/api/v1/about")
    About about() throws IOException {
        var disk = Files.getFileStore(installation.data().toAbsolutePath());
        var more = new TreeMap<String, Object>();
        for (AboutPart part : parts) more.put(part.key(), part.value());
        return new About(
                release.version(),
                release.commit(),
                Runtime.version().toString(),
                store.version(),
                databaseKind,
                installation.data().toString(),
                disk.getUsableSpace(),
                disk.getTotalSpace(),
                installation.address(),
                startedAt,
                more);
    }

    /** Whose server it is. */
    enum DatabaseKind {
        EMBEDDED,
        EXTERNAL;

        @JsonValue
        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param parts what other rooms tell of themselves, such as the mirror's lag
     */
    record About(
            String version,
            String commit,
            String javaVersion,
            String databaseVersion,
            DatabaseKind databaseKind,
            String dataFolder,
            long diskFreeBytes,
            long diskTotalBytes,
            URI publicUrl,
            Instant startedAt,
            Map<String, Object> parts) {}
}
