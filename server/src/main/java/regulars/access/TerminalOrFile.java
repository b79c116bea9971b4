package regulars.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows a generated password where somebody looks, else keeps it where only the operator reads. */
final class TerminalOrFile implements OwnerPassword {
    private static final Logger LOG = LoggerFactory.getLogger(TerminalOrFile.class);

    private final Path file;

    TerminalOrFile(Path file) {
        this.file = file;
    }

    @Override
    public void deliver(String email, String password) {
        var console = System.console();
        if (console != null && console.isTerminal()) {
            console.printf("%n  Sign in as  %s%n  Password    %s%n%n  It is shown this once.%n%n", email, password);
            console.flush();
            return;
        }
        write(email, password);
        LOG.info("The generated password is in {}: sign in, change it, and delete the file", file);
    }

    private void write(String email, String password) {
        try {
            Files.createDirectories(file.getParent());
            Files.deleteIfExists(file);
            var onlyMine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            Files.createFile(file, onlyMine);
            Files.writeString(file, email + "\n" + password + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("the generated password cannot be written to " + file, e);
        }
    }
}
