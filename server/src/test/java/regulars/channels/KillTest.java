package regulars.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import postgres.EmbeddedPostgres;
import postgres.Settings;
import schema.Migrations;

/** Kills what sends, what remembers, and both, in the middle of a sending, and counts at the receiving end. */
class KillTest {
    private static final int RECIPIENTS = 8_000;

    private enum Victim {
        SENDER,
        DATABASE,
        BOTH
    }

    private static final List<Victim> KILLS =
            List.of(Victim.SENDER, Victim.DATABASE, Victim.BOTH, Victim.SENDER, Victim.BOTH);

    @TempDir
    Path folder;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @Test
    void losesNobodyAndRepeatsFewUnderTheSameMessageId() throws Exception {
        try (var database = EmbeddedPostgres.start(Settings.durable(folder.resolve("postgres")));
                var pool = SenderProcess.pool(database.jdbcUrl(), database.user(), database.password());
                var server = new CountingSmtpServer();
                var overseer = SenderProcess.fixture(pool, server.port())) {
            Migrations.run(pool);
            var sending = overseer.send(RECIPIENTS);

            var sender = start(database, server);
            for (int i = 0; i < KILLS.size(); i++) {
                int part = RECIPIENTS / (KILLS.size() + 1);
                int at = part * i + part / 2 + random.nextInt(part);
                await("mail number " + at, () -> server.total() >= at);
                sender = kill(KILLS.get(i), sender, database, server);
            }
            await("the end", () -> finished(overseer, sending));
            sender.close();

            verify(server, overseer, sending);
        }
    }

    private void verify(CountingSmtpServer server, SenderFixture overseer, UUID sending) {
        var taken = server.taken();
        long repeated =
                taken.values().stream().mapToLong(ids -> ids.size() - 1L).sum();
        System.out.printf("%d kills, %d recipients, %d repeated%n", KILLS.size(), RECIPIENTS, repeated);
        assertThat(taken).as("seed " + seed).hasSize(RECIPIENTS);
        assertThat(repeated).isLessThanOrEqualTo((long) overseer.queue.window().size() * KILLS.size());
        assertThat(taken).allSatisfy((to, ids) -> assertThat(Set.copyOf(ids)).hasSize(1));
        var all = new HashSet<String>();
        taken.values().forEach(ids -> all.add(ids.getFirst()));
        assertThat(all).hasSize(RECIPIENTS);
        assertThat(overseer.states(sending)).containsOnlyKeys(MessageState.ACCEPTED);
    }

    private SenderProcess start(EmbeddedPostgres database, CountingSmtpServer server) throws IOException {
        return SenderProcess.start(database, server.port(), Path.of("target", "kill-test-sender.log"));
    }

    private SenderProcess kill(
            Victim victim, SenderProcess sender, EmbeddedPostgres database, CountingSmtpServer server)
            throws IOException, InterruptedException {
        if (victim != Victim.SENDER)
            ProcessHandle.of(database.pid()).orElseThrow().destroyForcibly();
        if (victim == Victim.DATABASE) return sender;
        sender.kill();
        return start(database, server);
    }

    private static boolean finished(SenderFixture overseer, UUID sending) {
        try {
            return overseer.queue.sending(sending).state() == SendingState.FINISHED;
        } catch (RuntimeException e) {
            return false; // the database is being started again
        }
    }

    private static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) throw new AssertionError("still not: " + what);
            LockSupport.parkNanos(2_000_000);
        }
    }
}
