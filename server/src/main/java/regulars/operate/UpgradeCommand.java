package regulars.operate;

import java.util.List;
import java.util.Map;
import regulars.boot.Attachment;
import regulars.boot.StartSettings;
import regulars.boot.Upgrade;
import regulars.kernel.Release;

/** {@code upgrade [--dry-run]}: what a start of this version would do first, seen or done by itself. */
final class UpgradeCommand {
    private static final String USAGE = "say './regulars upgrade' or './regulars upgrade --dry-run'";

    private final Map<String, String> environment;

    UpgradeCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    int run(List<String> arguments) {
        var words = new Words(arguments);
        boolean dry = words.flag("--dry-run");
        if (words.rest(0, 0).isEmpty()) return Words.usage(USAGE);
        var settings = StartSettings.read(environment);
        try (var attachment = dry ? Attachment.open(settings) : Attachment.alone(settings)) {
            var upgrade = Upgrade.of(attachment.dataSource(), settings.data());
            tell(upgrade);
            if (!dry) upgrade.run();
        }
        System.out.println(
                dry
                        ? "Nothing was changed."
                        : "The data is at " + Release.read().version() + " now.");
        return 0;
    }

    private static void tell(Upgrade upgrade) {
        var pending = upgrade.pending();
        if (pending.isEmpty()) System.out.println("The data is at this version already.");
        else if (!upgrade.isFresh())
            System.out.println("  a backup of everything, into the folder 'backups' of the data");
        for (var one : pending) System.out.printf("  %s %s: %s%n", one.room(), one.version(), one.description());
    }
}
