package postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** How a command reaches the server of a folder while the product that started it runs. */
public record Login(String jdbcUrl, String user, String password) {
    private static final int PORT_LINE = 3;
    private static final int STATE_LINE = 7;

    /** Empty when no server of this folder accepts connections just now. */
    public static Optional<Login> toRunning(Path folder) {
        try {
            var lines = Files.readAllLines(folder.resolve("cluster").resolve("postmaster.pid"));
            if (lines.size() <= STATE_LINE || !lines.get(STATE_LINE).strip().equals("ready")) return Optional.empty();
            var port = Integer.parseInt(lines.get(PORT_LINE).strip());
            var password = Files.readString(folder.resolve("password")).strip();
            return Optional.of(new Login(EmbeddedPostgres.jdbcUrl(port), Cluster.USER, password));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new PostgresFault(
                    PostgresFault.Kind.FOLDER_NOT_USABLE,
                    "Cannot read how to log in to the database in " + folder + " (" + e
                            + "): run this as the account that runs the product",
                    e);
        }
    }

    @Override
    public String toString() {
        return "Login[" + user + "]"; // never a password into a log
    }
}
