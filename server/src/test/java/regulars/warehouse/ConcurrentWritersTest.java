package regulars.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import regulars.TestPostgres;

/** Whatever several connections do at once, the mirror is PostgreSQL, cell by cell, at every snapshot in between. */
class ConcurrentWritersTest {
    private static final int WRITERS = 5;
    private static final int LOOKS = 8;
    private static final int ROUNDS_A_LOOK = 4;

    @RegisterExtension
    static final TestPostgres POSTGRES = new TestPostgres();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 20_261_101, 77})
    void equalsPostgresqlAtEverySnapshot(long seed) throws Exception {
        try (var mirror = new TestMirror(POSTGRES.dataSource());
                var threads = Executors.newFixedThreadPool(WRITERS)) {
            mirror.catchUp();
            var writing = new AtomicBoolean(true);
            var writers = new ArrayList<Future<?>>();
            for (int i = 0; i < WRITERS; i++)
                writers.add(threads.submit(() -> run(seed + 31L * writers.size(), writing)));
            try {
                for (int look = 0; look < LOOKS; look++) follow(mirror);
            } finally {
                writing.set(false);
            }
            for (var writer : writers) writer.get();

            mirror.catchUp();
            assertThat(mirror.warehouse().verify(any -> {}).damages()).isEmpty();
            assertThat(mirror.told()).filteredOn(MirrorAdvanced::rebuilt).hasSize(1);
            assertThat(mirror.told()).hasSizeGreaterThan(LOOKS);
        }
    }

    private static void follow(TestMirror mirror) {
        for (int round = 0; round < ROUNDS_A_LOOK; round++) mirror.catchUp();
        assertThat(mirror.warehouse().verify(any -> {}).damages()).isEmpty();
    }

    private static Void run(long seed, AtomicBoolean writing) throws SQLException {
        new RandomWriter(POSTGRES.dataSource(), seed).write(writing::get);
        return null;
    }
}
