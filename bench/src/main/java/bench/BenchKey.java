package bench;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;
import regulars.kernel.Permission;

/** Opens the API of a bench's own base on the loopback interface; it guards nothing. */
final class BenchKey {
    static final String KEY = "rk_bench-key";

    private BenchKey() {}

    static void add(Connection connection) throws SQLException {
        var sql = "insert into access.api_key (id, name, prefix, hash, permissions, created_by, created_at)"
                + " values (?, 'bench', 'rk_bench', ?, ?, 'system:bench', now())";
        var everything = Arrays.stream(Permission.values())
                .filter(Permission::forPrograms)
                .map(Permission::code)
                .toArray();
        try (var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, UUID.randomUUID());
            statement.setBytes(2, MessageDigest.getInstance("SHA-256").digest(KEY.getBytes(StandardCharsets.UTF_8)));
            statement.setArray(3, connection.createArrayOf("text", everything));
            statement.execute();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
    }
}
