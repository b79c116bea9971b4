package schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings a database to this version: each room's schema by its own migrations, rooms in the order of the file {@code rooms}. */
public final class Migrations {
    private static final String FOLDER = "db/migration/";

    private Migrations() {}

    /**
     * Applies what is missing; a second call changes nothing.
     *
     * @throws NewerDatabase when the database was written by a later version
     */
    public static void run(DataSource database) {
        for (String room : rooms()) {
            var flyway = flyway(database, room);
            refuseNewer(flyway, room);
            flyway.migrate();
        }
    }

    /** The rooms that own a schema, upstream first. */
    public static List<String> rooms() {
        try (InputStream in = Migrations.class.getClassLoader().getResourceAsStream(FOLDER + "rooms")) {
            if (in == null)
                throw new IllegalStateException("the resource " + FOLDER + "rooms is missing from the build");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(room -> !room.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Flyway flyway(DataSource database, String room) {
        return Flyway.configure()
                .dataSource(database)
                .schemas(room)
                .defaultSchema(room)
                .locations("classpath:" + FOLDER + room)
                .failOnMissingLocations(false)
                .load();
    }

    private static void refuseNewer(Flyway flyway, String room) {
        for (var migration : flyway.info().all()) {
            if (migration.getState().name().startsWith("FUTURE")) {
                throw new NewerDatabase("the schema '" + room + "' is at version " + migration.getVersion()
                        + ", which this version of Regulars does not know");
            }
        }
    }

    /** The database was written by a later version of the product. */
    public static final class NewerDatabase extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NewerDatabase(String message) {
            super(message);
        }
    }
}
