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
    private static final String USAGE =
            "say './regulars password EMAIL', with --remove-totp when the phone with the codes is lost";

    private final Map<String, String> environment;

    PasswordCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    int run(List<String> arguments) {
        var said = new Words(arguments);
        boolean withoutTotp = said.flag("--remove-totp");
        var words = said.rest(1, 1);
        if (words.isEmpty()) return Words.usage(USAGE);
        var settings = StartSettings.read(environment);
        try (var attachment = Attachment.open(settings)) {
            Upgrade.of(attachment.dataSource(), settings.data()).requireNothingPending();
            var reset =
                    new PasswordReset(attachment.dataSource(), settings.data().resolve("new-password.txt"));
            if (reset.run(
                    words.get().getFirst(), withoutTotp, InstantSource.system().instant())) {
                System.out.println("The old password and every session of this account are worth nothing now.");
                if (withoutTotp) System.out.println("The authenticator app is no longer asked for.");
                return 0;
            }
        }
        return Words.usage("nobody signs in as '" + words.get().getFirst() + "': look at the spelling");
    }
}
