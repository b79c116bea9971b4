package regulars.operate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import regulars.kernel.Release;

/** What may be asked beside running the product: {@code ./regulars help} lists it. */
public final class Commands {
    private static final String HELP = """
            Usage: java -jar regulars.jar [COMMAND]

              (nothing) or run   start the product; it is set by REGULARS_*, README.md lists them
              demo               start it on a generated shop
              backup, restore, upgrade, password, doctor
                                 what './regulars help' tells of them
              version            what was built
              help               this text""";

    private Commands() {}

    /** Does its work and answers the exit code; a fault that somebody can mend is thrown as in a start. */
    @FunctionalInterface
    public interface Command {
        int run(Map<String, String> environment);
    }

    /** Empty when the product is to be started. Words that nobody knows are told, and nothing is touched. */
    public static Optional<Command> find(String... words) {
        if (words.length == 0 || List.of(words).equals(List.of("run"))) return Optional.empty();
        var rest = List.of(words).subList(1, words.length);
        return Optional.of(
                switch (words[0]) {
                    case "backup" -> environment -> new BackupCommand(environment).run(rest);
                    case "restore" -> environment -> new RestoreCommand(environment).run(rest);
                    case "password" -> environment -> new PasswordCommand(environment).run(rest);
                    case "doctor" -> environment -> new DoctorCommand(environment).run(rest);
                    case "upgrade" -> environment -> new UpgradeCommand(environment).run(rest);
                    case "help", "-h", "--help" -> _ -> say(HELP);
                    case "version", "--version" -> _ -> say(version());
                    case "run" -> _ -> Words.usage("'run' takes no arguments: it is set by REGULARS_*");
                    default -> _ -> unknown(words[0]);
                });
    }

    private static String version() {
        var release = Release.read();
        return "Regulars " + release.version() + " (" + release.commit() + ")";
    }

    private static int say(String text) {
        System.out.println(text);
        return 0;
    }

    private static int unknown(String word) {
        System.err.println(HELP);
        return Words.usage("There is no command '" + word + "'.");
    }
}
