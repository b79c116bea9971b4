package regulars.operate;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What may be asked beside running the product: {@code ./regulars help} lists it. */
public final class Commands {
    private Commands() {}

    /** Does its work and answers the exit code; a fault that somebody can mend is thrown as in a start. */
    @FunctionalInterface
    public interface Command {
        int run(Map<String, String> environment);
    }

    /** Empty when the first word is none of ours. */
    public static Optional<Command> find(String... words) {
        if (words.length == 0) return Optional.empty();
        var rest = List.of(words).subList(1, words.length);
        return switch (words[0]) {
            case "backup" -> Optional.of(environment -> new BackupCommand(environment).run(rest));
            case "restore" -> Optional.of(environment -> new RestoreCommand(environment).run(rest));
            case "password" -> Optional.of(environment -> new PasswordCommand(environment).run(rest));
            case "doctor" -> Optional.of(environment -> new DoctorCommand(environment).run(rest));
            case "upgrade" -> Optional.of(environment -> new UpgradeCommand(environment).run(rest));
            default -> Optional.empty();
        };
    }
}
