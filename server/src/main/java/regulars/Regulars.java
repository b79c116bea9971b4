package regulars;

import java.util.List;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.modulith.Modulithic;
import regulars.boot.Launch;
import regulars.boot.Rehearsal;
import regulars.boot.StartSettings;
import regulars.demo.Demo;
import regulars.operate.Commands;

/** The product in one process. */
@SpringBootApplication(
        exclude = UserDetailsServiceAutoConfiguration.class,
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class) // two rooms may use one word
@Modulithic(systemName = "Regulars", sharedModules = "kernel")
public class Regulars {
    static {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        // A virtual thread that loads a class keeps its carrier while it waits for the jar. With one carrier a core,
        // two of them stop a machine of two cores for good when the jar's lock is with a third: there must be more
        // carriers than threads that wait.
        System.setProperty("jdk.virtualThreadScheduler.parallelism", "256");
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length > 0 && arguments[0].equals("demo")) {
            int exit =
                    Demo.run(Regulars.class, System.getenv(), List.of(arguments).subList(1, arguments.length));
            if (exit >= 0) System.exit(exit);
            return;
        }
        try {
            var command = Commands.find(arguments);
            if (List.of(arguments).equals(List.of("rehearse"))) Rehearsal.run(Regulars.class);
            else if (command.isPresent()) System.exit(command.get().run(System.getenv()));
            else Launch.run(Regulars.class, StartSettings.read(System.getenv()), List.of());
        } catch (RuntimeException e) {
            System.exit(Launch.failed(e));
        }
    }
}
