package regulars.operate;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import regulars.backup.BackupFault;
import regulars.backup.Backups;
import regulars.boot.Attachment;
import regulars.boot.StartFault;
import regulars.boot.StartSettings;
import regulars.channels.SendHolds;

/** {@code restore FILE [--into FOLDER] [--as-backed-up]}: into an empty data folder, and silent until a person releases it. */
final class RestoreCommand {
    private static final String USAGE = "say './regulars restore FILE [--into FOLDER] [--as-backed-up]'";

    private final Map<String, String> environment;

    RestoreCommand(Map<String, String> environment) {
        this.environment = new HashMap<>(environment);
    }

    int run(List<String> arguments) {
        var words = new Words(arguments);
        boolean asBackedUp = words.flag("--as-backed-up");
        var into = words.value("--into");
        var files = words.rest(1, 1);
        if (files.isEmpty()) return Words.usage(USAGE);
        into.ifPresent(folder ->
                environment.put("REGULARS_DATA", Words.file(folder, environment).toString()));
        try {
            restore(Words.file(files.get().getFirst(), environment), asBackedUp);
            return 0;
        } catch (BackupFault e) {
            throw StartFault.of(e);
        }
    }

    private void restore(Path file, boolean asBackedUp) {
        Backups.verify(file); // before a folder is touched
        var settings = StartSettings.read(environment);
        var now = InstantSource.system().instant();
        try (var attachment = Attachment.alone(settings)) {
            var manifest = Backups.restore(
                    attachment.dataSource(),
                    settings.data(),
                    file,
                    asBackedUp,
                    (connection, madeAt) -> SendHolds.holdRestored(connection, madeAt, now));
            System.out.printf(
                    "Restored: %d rows in %d tables, %d files, as of %s%n",
                    manifest.rows(), manifest.tables().size(), manifest.files().size(), manifest.madeAt());
        }
        System.out.println("Nothing is sent until a person releases it on the screens: mails that went out after the"
                + " backup was made are not known here.");
    }
}
