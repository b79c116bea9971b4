package regulars.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import regulars.Foundation;
import regulars.TestPostgres;
import schema.Migrations;

/** Everything out and in again, compared table by table; and what is refused. */
class BackupsTest {
    private static final Instant NOW = Instant.parse("2026-10-01T10:00:00Z");
    private static final Backups.Last NOTHING = (connection, madeAt) -> {};
    private static final TestPostgres SHOP = new TestPostgres();

    @TempDir
    Path folder;

    private Path data;
    private Path file;

    @BeforeAll
    static void fill() {
        SHOP.createEmpty();
        Foundation.build(SHOP.dataSource());
        Migrations.run(SHOP.dataSource());
    }

    @AfterAll
    static void drop() {
        SHOP.close();
    }

    @BeforeEach
    void furnish() throws Exception {
        data = Files.createDirectory(folder.resolve("data"));
        file = folder.resolve("backup.zip");
        Files.createDirectories(data.resolve("imports"));
        Files.writeString(data.resolve("imports").resolve("1.csv"), "a;b\n1;2\n");
        for (var notOurs :
                List.of("postgres/password", "mirror/mirror.duckdb", "owner-password.txt", "backups/old.zip")) {
            Files.createDirectories(data.resolve(notOurs).getParent());
            Files.writeString(data.resolve(notOurs), "not ours");
        }
    }

    @Test
    void bringsBackEveryRowEveryFileAndEverySequence() throws Exception {
        var saved = Backups.write(SHOP.dataSource(), data, file, NOW);
        var elsewhere = Files.createDirectory(folder.resolve("elsewhere"));

        try (var empty = new TestPostgres().createEmpty()) {
            Backups.restore(empty.dataSource(), elsewhere, file, false, NOTHING);
            var again = Backups.write(empty.dataSource(), elsewhere, folder.resolve("again.zip"), NOW);

            assertThat(saved.rows()).isGreaterThan(15_000);
            assertThat(saved.tables())
                    .allSatisfy(table -> assertThat(table.columns()).doesNotContain("changed"));
            assertThat(sums(again)).isEqualTo(sums(saved));
            assertThat(again.sequences()).containsAll(sequencesOfRows(saved));
            assertThat(again.rooms()).isEqualTo(saved.rooms());
            assertThat(Backups.isHalfRestored(empty.dataSource())).isFalse();
            assertThat(empty.dsl().fetchCount(empty.dsl().select().from("access.spring_session")))
                    .isZero();
            assertThat(Migrations.pending(empty.dataSource())).isEmpty();
        }
        assertThat(saved.files()).extracting(Manifest.Content::name).containsExactly("files/imports/1.csv");
        assertThat(elsewhere.resolve("imports/1.csv")).hasSameTextualContentAs(data.resolve("imports/1.csv"));
    }

    @Test
    void everyTableOfTheFilledShopHasSomethingToLose() {
        var saved = Backups.write(SHOP.dataSource(), data, file, NOW);

        var bare = saved.tables().stream()
                .filter(table -> table.rows() == 0 && "1".equals(saved.rooms().get(table.schema())))
                .map(table -> table.schema() + "." + table.name());
        assertThat(bare)
                .as("tables of the foundation that the filled shop forgets")
                .isEmpty();
    }

    @Test
    void isOneSnapshotWhileWritersGoOn() throws Exception {
        var going = new AtomicBoolean(true);
        var begun = new CountDownLatch(50);
        var writer = Thread.ofVirtual().start(() -> {
            while (going.get()) {
                SHOP.dsl().transaction(tx -> {
                    var sql = tx.dsl();
                    sql.execute("insert into collect.subject (kind, value, first_seen)"
                            + " values ('manual', gen_random_uuid()::text, '2026-01-01Z')");
                    sql.execute(
                            "insert into access.audit_entry (at, actor, action, subject) values ('2026-01-01Z', 'pair', 'x', 'y')");
                });
                begun.countDown();
            }
        });
        begun.await();
        Backups.write(SHOP.dataSource(), data, file, NOW);
        going.set(false);
        writer.join();

        try (var empty = new TestPostgres().createEmpty()) {
            Backups.restore(empty.dataSource(), data, file, false, NOTHING);
            var subjects = empty.dsl()
                    .fetchCount(empty.dsl().select().from("collect.subject").where("kind = 'manual'"));
            var entries = empty.dsl()
                    .fetchCount(empty.dsl().select().from("access.audit_entry").where("actor = 'pair'"));
            assertThat(subjects).isGreaterThanOrEqualTo(50).isEqualTo(entries);
        }
    }

    @Test
    void isReadableByItsOwnerOnlyAndOverwritesNothing() throws Exception {
        Backups.write(SHOP.dataSource(), data, file, NOW);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThatThrownBy(() -> Backups.write(SHOP.dataSource(), data, file, NOW))
                .isInstanceOf(BackupFault.class)
                .hasMessageContaining("overwrites nothing");
        assertThat(folder.toFile().list()).doesNotContain("backup.zip.part");
    }

    @Test
    void refusesADamagedFileBeforeItTouchesAnything() throws Exception {
        Backups.write(SHOP.dataSource(), data, file, NOW);
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length / 3] ^= 1;
        Files.write(file, bytes);
        var cut = Files.write(folder.resolve("cut.zip"), java.util.Arrays.copyOf(bytes, bytes.length / 2));
        var other = Files.writeString(folder.resolve("other.zip"), "not a zip");

        try (var empty = new TestPostgres().createEmpty()) {
            for (var bad : List.of(file, cut, other)) {
                assertThatThrownBy(() -> Backups.restore(empty.dataSource(), data, bad, false, NOTHING))
                        .isInstanceOf(BackupFault.class)
                        .hasMessageContaining(bad.toString());
            }
            assertThat(schemas(empty)).doesNotContain("access", "regulars_restoring");
        }
    }

    @Test
    void refusesADatabaseThatHoldsSomethingAndLeavesItAsItWas() {
        Backups.write(SHOP.dataSource(), data, file, NOW);

        try (var full = new TestPostgres().create()) {
            full.dsl().execute("insert into access.secret (value) values ('\\x01')");
            assertThatThrownBy(() -> Backups.restore(full.dataSource(), data, file, false, NOTHING))
                    .isInstanceOf(BackupFault.class)
                    .hasMessageContaining("--into");
            assertThat(full.dsl().fetchCount(full.dsl().select().from("access.secret")))
                    .isOne();
        }
    }

    @Test
    void beginsAnewAfterARestoreThatWasCutOff() throws Exception {
        var saved = Backups.write(SHOP.dataSource(), data, file, NOW);
        Backups.Last killed = (connection, madeAt) -> {
            throw new SQLException("the power went");
        };

        try (var empty = new TestPostgres().createEmpty()) {
            assertThatThrownBy(() -> Backups.restore(empty.dataSource(), data, file, false, killed))
                    .isInstanceOf(BackupFault.class)
                    .hasMessageContaining("run the same command again");
            assertThat(Backups.isHalfRestored(empty.dataSource())).isTrue();

            Backups.restore(empty.dataSource(), data, file, false, NOTHING);
            var again = Backups.write(empty.dataSource(), data, folder.resolve("again.zip"), NOW);
            assertThat(sums(again)).isEqualTo(sums(saved));
        }
    }

    @Test
    void refusesABackupOfANewerVersion() throws Exception {
        SHOP.dsl()
                .execute(
                        "insert into work.flyway_schema_history (installed_rank, version, description, type, script,"
                                + " installed_by, execution_time, success) values (9999, '9999', 'x', 'SQL', 'x', 'x', 1, true)");
        try (var empty = new TestPostgres().createEmpty()) {
            Backups.write(SHOP.dataSource(), data, file, NOW);
            assertThatThrownBy(() -> Backups.restore(empty.dataSource(), data, file, false, NOTHING))
                    .isInstanceOf(BackupFault.class)
                    .hasMessageContaining("newer Regulars");
            assertThat(Backups.isHalfRestored(empty.dataSource())).isFalse();
        } finally {
            SHOP.dsl().execute("delete from work.flyway_schema_history where version = '9999'");
        }
    }

    @Test
    void putsNoFileOutsideOfTheDataFolder() {
        var files = new DataFiles(data);

        for (var name : List.of("files/../x", "files/postgres/password", "tables/x", "files//etc/passwd")) {
            assertThatThrownBy(() -> files.target(name)).isInstanceOf(BackupFault.class);
        }
        assertThat(files.target("files/imports/1.csv")).isEqualTo(data.resolve("imports/1.csv"));
    }

    /** The tombstones' own begins anew with the mirror. */
    private static List<Manifest.Sequence> sequencesOfRows(Manifest manifest) {
        return manifest.sequences().stream()
                .filter(sequence -> !sequence.schema().equals("warehouse"))
                .toList();
    }

    private static List<String> schemas(TestPostgres database) {
        return database.dsl().fetch("select nspname from pg_namespace").getValues(0, String.class);
    }

    private static Map<String, String> sums(Manifest manifest) {
        return manifest.tables().stream()
                .collect(Collectors.toMap(
                        table -> table.schema() + "." + table.name(),
                        table -> table.rows() + " rows " + table.content().sha256()));
    }
}
