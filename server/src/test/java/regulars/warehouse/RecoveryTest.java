package regulars.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static schema.customers.Tables.CUSTOMER;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import regulars.TestPostgres;
import regulars.kernel.Fault;

/** The file may be gone, cut, overwritten or of another shape: the mirror comes back by itself. */
class RecoveryTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @RegisterExtension
    static final TestPostgres POSTGRES = new TestPostgres();

    private final DSLContext dsl = POSTGRES.dsl();
    private TestMirror mirror;

    @BeforeEach
    void open() {
        add(1, 5000);
        mirror = new TestMirror(POSTGRES.dataSource());
        mirror.catchUp();
    }

    @AfterEach
    void close() {
        mirror.close();
        dsl.execute("truncate customers.customer cascade");
    }

    @Test
    void resumesFromItsWatermarkWithoutARebuild() {
        mirror.warehouse().close();
        add(5001, 5100);

        mirror.reopen();

        assertThat(count()).isEqualTo(5100);
        assertThat(mirror.told()).filteredOn(MirrorAdvanced::rebuilt).hasSize(1);
    }

    @Test
    void rebuildsAMissingFile() throws IOException {
        mirror.warehouse().close();
        Files.delete(file());

        mirror.reopen();

        assertThat(count()).isEqualTo(5000);
        assertThat(mirror.told()).filteredOn(MirrorAdvanced::rebuilt).hasSize(2);
    }

    @Test
    void rebuildsAFileOfGarbage() throws IOException {
        mirror.warehouse().close();
        Files.write(file(), new byte[3000]);

        mirror.reopen();

        assertThat(count()).isEqualTo(5000);
        assertThat(mirror.warehouse().status().rebuiltBecause()).isEqualTo(RebuildReason.DAMAGED);
    }

    @Test
    void rebuildsACutFile() throws IOException {
        mirror.warehouse().close();
        try (var file = new RandomAccessFile(file().toFile(), "rw")) {
            file.setLength(file.length() / 2);
        }

        mirror.reopen();

        assertThat(count()).isEqualTo(5000);
        assertThat(mirror.told()).filteredOn(MirrorAdvanced::rebuilt).hasSize(2);
    }

    @Test
    void rebuildsWhenAQueryMeetsADamagedBlock() throws IOException {
        mirror.warehouse().close();
        try (var file = new RandomAccessFile(file().toFile(), "rw")) {
            for (long at = 3 * 4096 + 100; at < file.length(); at += 4096) {
                file.seek(at);
                file.write("damage".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            }
        }

        mirror.reopen();
        assertThat(catchThrowable(this::count))
                .satisfiesAnyOf(
                        failure -> assertThat(failure).isNull(),
                        failure -> assertThat(failure).isInstanceOf(Fault.class));

        assertThat(count()).isEqualTo(5000);
        assertThat(mirror.warehouse().verify(any -> {}).equal()).isTrue();
        assertThat(mirror.warehouse().status().rebuiltBecause()).isEqualTo(RebuildReason.DAMAGED);
    }

    @Test
    void rebuildsAFileOfAnotherShape() throws SQLException {
        mirror.damage("update feed.meta set signature = 'older'");
        mirror.reopen();

        assertThat(count()).isEqualTo(5000);
        assertThat(mirror.warehouse().status().rebuiltBecause()).isEqualTo(RebuildReason.SHAPE);
    }

    @Test
    void forgetsAFileThatWasNeverFinished() throws IOException {
        mirror.warehouse().close();
        Files.copy(file(), mirror.folder().resolve("mirror-9.building"));

        mirror.reopen();

        assertThat(count()).isEqualTo(5000);
        assertThat(mirror.folder().resolve("mirror-9.building")).doesNotExist();
    }

    @Test
    void writesNothingOfARoundThatFailsHalfWay() throws SQLException {
        mirror.damage("alter table customers.subject_link rename to away");
        add(5001, 5001);
        dsl.execute("insert into customers.subject_link values (1, 1, now())");
        dsl.execute("insert into consent.purpose (code, kind, name) values ('x" + UUID.randomUUID()
                + "', 'service', '{}')");
        var before = mirror.warehouse().watermark();

        assertThat(catchThrowable(() -> mirror.warehouse().barrier(PATIENCE))).isInstanceOf(Fault.class);
        assertThat(mirror.warehouse().<Integer>read(db -> db.fetchCount(CUSTOMER)))
                .isEqualTo(5000);
        assertThat(mirror.warehouse().watermark()).isEqualTo(before);

        mirror.damage("alter table customers.away rename to subject_link");
        assertThat(count()).isEqualTo(5001);
        assertThat(mirror.warehouse().verify(any -> {}).equal()).isTrue();
    }

    @Test
    void answersFromTheOldFileWhileItRebuildsAndFromTheNewOneAfter() {
        var old = mirror.file();
        mirror.warehouse().<Integer>read(db -> {
            mirror.warehouse().rebuild(any -> {});
            return db.fetchCount(CUSTOMER);
        });

        assertThat(mirror.file()).isNotEqualTo(old);
        assertThat(old).doesNotExist();
        assertThat(count()).isEqualTo(5000);
    }

    private Path file() {
        return new MirrorFolder(mirror.folder()).current().orElseThrow();
    }

    private int count() {
        return mirror.catchUp()
                .read(db -> db.fetchCount(
                        db.selectDistinct(CUSTOMER.ID).from(CUSTOMER).where(CUSTOMER.GIVEN_NAME.startsWith("Name"))));
    }

    private void add(int from, int to) {
        dsl.execute("insert into customers.customer (number, id, given_name, created_at, updated_at)"
                + " select n, gen_random_uuid(), 'Name ' || n, now(), now() from generate_series(" + from + ", " + to
                + ") as n");
    }
}
