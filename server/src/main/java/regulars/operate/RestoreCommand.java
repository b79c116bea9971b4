package regulars.operate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
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
import regulars.kernel.StopJournal;

/**
 * {@code restore FILE [--into FOLDER] [--journal FILE] [--as-backed-up]}: into an empty data folder, silent until a person
 * releases it, and without those who were erased or wanted nothing more after the backup was made.
 */
final class RestoreCommand {
    private static final String USAGE =
            "say './regulars restore FILE [--into FOLDER] [--journal FILE] [--as-backed-up]'";

    private final Map<String, String> environment;

    RestoreCommand(Map<String, String> environment) {
        this.environment = new HashMap<>(environment);
    }

    int run(List<String> arguments) {
        var words = new Words(arguments);
        boolean asBackedUp = words.flag("--as-backed-up");
        var into = words.value("--into");
        var journal = words.value("--journal").map(name -> Words.file(name, environment));
        var files = words.rest(1, 1);
        if (files.isEmpty()) return Words.usage(USAGE);
        if (journal.isPresent() && !Files.isRegularFile(journal.get())) {
            return Words.usage(
                    journal.get() + " is no file: name the " + StopJournal.FILE + " of the lost data folder");
        }
        var lost = StartSettings.read(environment).data().resolve(StopJournal.FILE);
        into.ifPresent(folder ->
                environment.put("REGULARS_DATA", Words.file(folder, environment).toString()));
        try {
            restore(Words.file(files.get().getFirst(), environment), journal.orElse(lost), asBackedUp);
            return 0;
        } catch (BackupFault e) {
            throw StartFault.of(e);
        }
    }

    private void restore(Path file, Path journal, boolean asBackedUp) {
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
            tellJournal(settings.data(), journal, manifest.madeAt());
            System.out.printf(
                    "Restored: %d rows in %d tables, %d files, as of %s%n",
                    manifest.rows(), manifest.tables().size(), manifest.files().size(), manifest.madeAt());
        }
        System.out.println("Nothing is sent until a person releases it on the screens: mails that went out after the"
                + " backup was made are not known here.");
    }

    /** The start carries out what it says, before anything is served. */
    private static void tellJournal(Path data, Path lost, Instant madeAt) {
        var journal = new StopJournal(data);
        try {
            if (Files.isRegularFile(lost)) journal.merge(lost);
            journal.markRestored();
        } catch (IOException e) {
            throw new BackupFault(lost + " cannot be read (" + e + "): restore again with another --journal", e);
        }
        int later = journal.countSince(madeAt);
        if (later > 0) {
            System.out.printf(
                    "After the backup %d erasures, stops and withdrawals were made: the first start repeats them, before it serves or sends anything.%n",
                    later);
        } else {
            System.out.println("No erasure and no stop of after the backup is known. If the lost data folder is not "
                    + data + ", restore again with --journal and its " + StopJournal.FILE + ".");
        }
    }
}
