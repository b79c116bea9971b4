package regulars.operate;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import regulars.backup.BackupFault;
import regulars.backup.Backups;
import regulars.backup.Manifest;
import regulars.boot.Attachment;
import regulars.boot.StartFault;
import regulars.boot.StartSettings;

/** {@code backup [FILE]}, while the product runs or not; {@code backup --verify FILE} only reads one. */
final class BackupCommand {
    private static final String USAGE = "say './regulars backup [FILE]' or './regulars backup --verify FILE'";

    private final Map<String, String> environment;

    BackupCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    int run(List<String> arguments) {
        var words = new Words(arguments);
        boolean verify = words.flag("--verify");
        var files = words.rest(verify ? 1 : 0, 1);
        if (files.isEmpty()) return Words.usage(USAGE);
        try {
            if (verify)
                tell(
                        "Whole",
                        verified(files.get().getFirst()),
                        Backups.verify(verified(files.get().getFirst())));
            else make(files.get());
            return 0;
        } catch (BackupFault e) {
            throw StartFault.of(e);
        }
    }

    private Path verified(String name) {
        return Words.file(name, environment);
    }

    private void make(List<String> files) {
        var settings = StartSettings.read(environment);
        var now = InstantSource.system().instant();
        var file = files.isEmpty()
                ? Backups.usualFile(settings.data(), "backup", now)
                : Words.file(files.getFirst(), environment);
        try (var attachment = Attachment.open(settings)) {
            tell("Saved", file, Backups.write(attachment.dataSource(), settings.data(), file, now));
        }
        System.out.println("It holds people's data and this installation's secrets: keep it away from this machine and"
                + " closed to others.");
    }

    private static void tell(String what, Path file, Manifest manifest) {
        System.out.printf(
                "%s: %s%n  made %s by Regulars %s, %d rows in %d tables, %d files, every checksum right%n",
                what,
                file,
                manifest.madeAt(),
                manifest.product(),
                manifest.rows(),
                manifest.tables().size(),
                manifest.files().size());
    }
}
