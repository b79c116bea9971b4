package regulars.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import regulars.Foundation;
import regulars.TestPostgres;
import regulars.UpgradeProcess;
import regulars.backup.Backups;
import regulars.backup.Manifest;
import regulars.boot.Upgrade;
import regulars.channels.SendHolds;
import schema.Migrations;

/** From the foundation's version with a filled database: killed in the middle, gone on, and back again. */
class UpgradeTest {
    private static final Instant NOW = Instant.parse("2026-10-01T10:00:00Z");

    @TempDir
    Path data;

    private final TestPostgres old = new TestPostgres();

    @BeforeEach
    void build() {
        old.createEmpty();
        Foundation.build(old.dataSource());
    }

    @AfterEach
    void drop() {
        old.close();
    }

    @Test
    void goesOnAfterAKillAndTheWayBackBringsTheOldDataBack() throws Exception {
        var upgrade = Upgrade.of(old.dataSource(), data);
        assertThat(upgrade.isFresh()).isFalse();
        assertThat(upgrade.pending())
                .filteredOn(step -> Foundation.had(step.room()))
                .extracting(Migrations.Pending::version)
                .isNotEmpty()
                .doesNotContain("1");

        killInTheMiddle();
        assertThat(upgrade.pending()).as("the kill came in the middle").isNotEmpty();
        var saved = backups();
        assertThat(saved).as("the backup came first").hasSize(1);

        var resumed = Upgrade.of(old.dataSource(), data);
        assertThat(resumed.pending()).isNotEmpty();
        resumed.run();
        assertThat(Migrations.pending(old.dataSource())).isEmpty();
        assertThat(old.dsl().fetchCount(old.dsl().select().from("customers.customer")))
                .isEqualTo(2000);

        wayBack(saved.getFirst());
    }

    /** The kill meets the process inside the transaction of one migration: it waits there for a lock of ours. */
    private void killInTheMiddle() throws Exception {
        try (var holder = old.dataSource().getConnection();
                var statement = holder.createStatement()) {
            statement.execute("""
                    create function public.wait_for_the_test() returns event_trigger language plpgsql as $$
                    begin
                        if current_query() like '%channels.hold%' then perform pg_advisory_xact_lock(42); end if;
                    end $$;
                    create event trigger wait_for_the_test on ddl_command_start when tag in ('CREATE TABLE')
                        execute function public.wait_for_the_test();
                    select pg_advisory_lock(42)""");
            var process = UpgradeProcess.start(old, data, data.resolve("upgrade.log"));
            await("the migration to be under way", () -> waiting() || !process.isAlive());
            assertThat(process.isAlive()).as("see upgrade.log").isTrue();
            process.destroyForcibly().waitFor();
            statement.execute("""
                    select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and not granted;
                    select pg_advisory_unlock(42);
                    drop event trigger wait_for_the_test;
                    drop function public.wait_for_the_test()""");
        }
    }

    private boolean waiting() {
        return old.dsl()
                .fetchExists(old.dsl().select().from("pg_locks").where("locktype = 'advisory' and not granted"));
    }

    /** What the old program would find: its own versions, every row as it was, and nothing on its way out. */
    private void wayBack(Path file) {
        var saved = Backups.verify(file);
        try (var back = new TestPostgres().createEmpty()) {
            var silent = (Backups.Last) (connection, madeAt) -> SendHolds.holdRestored(connection, madeAt, NOW);
            Backups.restore(back.dataSource(), data, file, true, silent);
            var again = Backups.write(back.dataSource(), data, data.resolve("again.zip"), NOW);

            assertThat(saved.rooms())
                    .allSatisfy((room, version) -> assertThat(version).isEqualTo("1"));
            assertThat(again.rooms()).isEqualTo(saved.rooms());
            var changed = new ArrayList<>(sums(saved).entrySet());
            changed.removeAll(sums(again).entrySet());
            assertThat(changed).extracting(Map.Entry::getKey).containsExactly("channels.sending");
            assertThat(back.dsl().fetch("select state from channels.sending").getValues(0, String.class))
                    .containsExactly("paused");
        }
    }

    @Test
    void aFreshDatabaseIsNotSavedAndOneOfThisVersionIsLeftAlone() throws Exception {
        try (var fresh = new TestPostgres().createEmpty()) {
            assertThat(Upgrade.of(fresh.dataSource(), data).isFresh()).isTrue();
        }
        try (var current = new TestPostgres().create()) {
            Upgrade.of(current.dataSource(), data).run();
        }
        assertThat(backups()).isEmpty();
    }

    private List<Path> backups() throws Exception {
        var folder = data.resolve("backups");
        if (!Files.exists(folder)) return List.of();
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static Map<String, String> sums(Manifest manifest) {
        return manifest.tables().stream()
                .collect(Collectors.toMap(
                        table -> table.schema() + "." + table.name(),
                        table -> table.content().sha256()));
    }

    private static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) throw new AssertionError("still not: " + what);
            java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
        }
    }
}
