package regulars.warehouse;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;

/** Somebody who inserts, changes, deletes and links at random, in transactions of random length that may be undone. */
final class RandomWriter {
    /** Deadlock, serialisation, a key taken, a row gone or locked: what writers beside each other meet. */
    private static final Set<String> EXPECTED = Set.of("40P01", "40001", "23505", "23503", "55P03");

    private static final int KEYS = 60;

    private final DataSource database;
    private final Random random;

    RandomWriter(DataSource database, long seed) {
        this.database = database;
        this.random = new Random(seed);
    }

    void write(BooleanSupplier goOn) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("set session lock_timeout = '15ms'"); // a deadlock would stand still for a second
                connection.commit();
            }
            while (goOn.getAsBoolean()) transaction(connection);
            connection.setAutoCommit(true);
        }
    }

    private void transaction(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (int left = 1 + random.nextInt(random.nextInt(8) == 0 ? 60 : 6); left > 0; left--) {
                statement.execute(change());
            }
            if (random.nextInt(5) == 0) connection.rollback();
            else connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            if (!EXPECTED.contains(e.getSQLState())) throw e;
        }
    }

    private String change() {
        int key = 1 + random.nextInt(KEYS);
        int other = 1 + random.nextInt(KEYS);
        return switch (random.nextInt(9)) {
            case 0, 1 ->
                "insert into customers.customer (number, id, given_name, birth_date, created_at, updated_at)"
                        + " values (%d, gen_random_uuid(), 'Имя %d', '1970-01-01'::date + %d, now(), clock_timestamp()) on conflict do nothing"
                                .formatted(key, other, other);
            case 2 ->
                "update customers.customer set full_name = 'n%d', city = %s where number = %d"
                        .formatted(other, random.nextBoolean() ? "null" : "'Київ'", key);
            case 3 -> "delete from customers.customer where number = " + key;
            case 4 ->
                "insert into customers.subject_link values (%d, %d, now()) on conflict (subject_number) do update set customer_number = excluded.customer_number"
                        .formatted(key, other);
            case 5 -> "delete from customers.subject_link where subject_number = " + key;
            case 6, 7 ->
                "insert into commerce.orders (number, id, source_id, external_id, subject_number, placed_at, status, currency,"
                        + " total_minor, revenue_minor, base_currency, base_rate, revenue_base_minor, received_at) values (%d, gen_random_uuid(), 1, '%d', %d,"
                                .formatted(key, key, other)
                        + " timestamptz '2026-01-01Z' + random() * interval '300 days', 'paid', 'UAH', %d, %d, 'UAH', random()::numeric, 0, now())"
                                .formatted(key, other)
                        + " on conflict (number) do update set subject_number = excluded.subject_number, total_minor = excluded.total_minor";
            default -> "delete from commerce.orders where number = " + key;
        };
    }
}
