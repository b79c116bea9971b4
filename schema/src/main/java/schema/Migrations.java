package schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;

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
            var flyway = configuration(database, room).load();
            refuseNewer(flyway, room);
            flyway.migrate();
        }
    }

    /**
     * Brings an empty database to the versions of a backup, room by room; a room that is not named stays away.
     *
     * @throws NewerDatabase when this version of the product does not know one of them
     */
    public static void runUpTo(DataSource database, Map<String, String> versions) {
        requireKnown(database, versions);
        for (String room : rooms()) {
            var version = versions.get(room);
            if (version == null) continue;
            var target = MigrationVersion.fromVersion(version);
            configuration(database, room).target(target).load().migrate();
        }
    }

    private static void requireKnown(DataSource database, Map<String, String> versions) {
        for (var wanted : versions.entrySet()) {
            boolean known = rooms().contains(wanted.getKey())
                    && Stream.of(configuration(database, wanted.getKey())
                                    .load()
                                    .info()
                                    .all())
                            .anyMatch(migration ->
                                    migration.getVersion().getVersion().equals(wanted.getValue()));
            if (!known) {
                throw new NewerDatabase("the schema '" + wanted.getKey() + "' is at version " + wanted.getValue()
                        + ", which this version of Regulars does not know");
            }
        }
    }

    /** What {@link #run} would apply, in its order. */
    public static List<Pending> pending(DataSource database) {
        var pending = new ArrayList<Pending>();
        for (String room : rooms()) {
            var flyway = configuration(database, room).load();
            refuseNewer(flyway, room);
            for (var migration : flyway.info().pending())
                pending.add(new Pending(room, migration.getVersion().getVersion(), migration.getDescription()));
        }
        return pending;
    }

    /** One migration of one room. */
    public record Pending(String room, String version, String description) {}

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

    private static FluentConfiguration configuration(DataSource database, String room) {
        return Flyway.configure()
                .dataSource(database)
                .schemas(room)
                .defaultSchema(room)
                .locations("classpath:" + FOLDER + room)
                .failOnMissingLocations(false);
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
