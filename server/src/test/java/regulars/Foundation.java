package regulars;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import schema.Migrations;

/** The database as the foundation, 0.1, left it: its migrations kept as they were, and a small shop in every table. */
public final class Foundation {
    private Foundation() {}

    public static void build(DataSource database) {
        for (var room : Migrations.rooms()) {
            if (!had(room)) continue;
            Flyway.configure()
                    .dataSource(database)
                    .schemas(room)
                    .defaultSchema(room)
                    .locations("classpath:" + folder(room))
                    .load()
                    .migrate();
        }
        fill(database);
    }

    /** False for a room of a later day. */
    public static boolean had(String room) {
        return Foundation.class.getResource("/" + folder(room)) != null;
    }

    private static String folder(String room) {
        return "foundation/" + room;
    }

    private static void fill(DataSource database) {
        try (var sql = Foundation.class.getResourceAsStream("/foundation/filled.sql");
                var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(new String(sql.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
