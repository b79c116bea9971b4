package regulars.operate;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import regulars.access.PasswordReset;
import regulars.boot.Attachment;
import regulars.boot.StartSettings;
import regulars.boot.Upgrade;

/** {@code password EMAIL}: for somebody who cannot sign in any more and has the machine. */
final class PasswordCommand {
    private static final String USAGE = "say './regulars password EMAIL'";

    private final Map<String, String> environment;

    PasswordCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    int run(List<String> arguments) {
        var words = new Words(arguments).rest(1, 1);
        if (words.isEmpty()) return Words.usage(USAGE);
        var settings = StartSettings.read(environment);
        try (var attachment = Attachment.open(settings)) {
            Upgrade.of(attachment.dataSource(), settings.data()).requireNothingPending();
            var reset =
                    new PasswordReset(attachment.dataSource(), settings.data().resolve("new-password.txt"));
            if (reset.run(words.get().getFirst(), InstantSource.system().instant())) {
                System.out.println("The old password and every session of this account are worth nothing now.");
                return 0;
            }
        }
        return Words.usage("nobody signs in as '" + words.get().getFirst() + "': look at the spelling");
    }
}
