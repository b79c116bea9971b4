package regulars.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static regulars.channels.SenderFixture.await;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import regulars.TestApp;
import regulars.TestPostgres;
import regulars.backup.Backups;

/** A campaign half sent, saved, and brought back elsewhere: nothing leaves until a person says so. */
class RestoredSendingTest {
    private static final int RECIPIENTS = 600;

    @TempDir
    Path folder;

    private final InstantSource clock = InstantSource.system();
    private final TestPostgres lost = new TestPostgres();
    private final TestPostgres restored = new TestPostgres();
    private final CountingSmtpServer server = new CountingSmtpServer();

    @BeforeEach
    void open() {
        lost.create();
        restored.createEmpty();
    }

    @AfterEach
    void close() {
        server.close();
        lost.close();
        restored.close();
    }

    @Test
    void sendsNothingUntilReleasedAndThenTheRestOnce() {
        var sending = halfSent();
        var file = folder.resolve("backup.zip");
        Backups.write(lost.dataSource(), folder, file, clock.instant());
        var atBackup = server.taken(); // all of them before the backup's own view or during it
        Backups.restore(
                restored.dataSource(),
                folder,
                file,
                false,
                (connection, madeAt) -> SendHolds.holdRestored(connection, madeAt, clock.instant()));

        try (var sender = fixture(restored)) {
            var hold = new HoldStore(restored.dsl());
            int before = server.total();
            sender.sender.start();
            await("the sender to be alive", () -> sender.node.life().certain());
            sender.signal.wake();

            assertThat(sender.rota.claim(sender.node.life(), 100)).isEmpty();
            assertThat(sender.states(sending)).containsKey(MessageState.QUEUED);
            assertThat(hold.current().orElseThrow().sendings())
                    .singleElement()
                    .satisfies(waiting -> assertThat(waiting.messages()).isBetween(1, RECIPIENTS));
            assertThat(server.total()).as("mails from a held product").isEqualTo(before);

            assertThat(hold.release()).isTrue();
            sender.awaitState(sending, SendingState.FINISHED);
        }
        assertThat(server.taken()).hasSize(RECIPIENTS);
        assertThat(atBackup).isNotEmpty().hasSizeLessThan(RECIPIENTS);
        assertThat(server.taken())
                .allSatisfy((to, ids) -> assertThat(Set.copyOf(ids)).hasSize(1));
        assertThat(atBackup.keySet())
                .as("sent before the backup and sent again")
                .allSatisfy(to -> assertThat(server.taken(to)).hasSize(1));
    }

    /** Stops in the middle, with everybody's outcome known. */
    private UUID halfSent() {
        try (var sender = fixture(lost)) {
            var sending = sender.send(RECIPIENTS);
            sender.sender.start();
            await("half of the mails", () -> server.total() >= RECIPIENTS / 3);
            sender.queue.pause(sending);
            sender.sender.stop();
            sender.queue.release(sending);
            return sending;
        }
    }

    private SenderFixture fixture(TestPostgres database) {
        return new SenderFixture(database.dsl(), clock, server.port(), new SenderFixture.Greeting(Set.of()));
    }

    @Test
    void isShownToAPersonWhoReleasesItAndIsWrittenDown() {
        var app = TestApp.running();
        assertThat(app.owner().get("/api/v1/sending/hold").json().path("held").asBoolean())
                .isFalse();
        app.bean(HoldStore.class).hold(app.clock().instant(), app.clock().instant());

        var held = app.owner().get("/api/v1/sending/hold").requireStatus(200).json();
        assertThat(held.path("held").asBoolean()).isTrue();
        assertThat(held.path("backupMadeAt").asString()).startsWith("20");

        app.stranger().delete("/api/v1/sending/hold").requireStatus(401);
        assertThat(app.bean(HoldStore.class).current()).isPresent();
        app.owner().delete("/api/v1/sending/hold").requireStatus(200);
        assertThat(app.bean(HoldStore.class).current()).isEmpty();
        assertThat(app.dsl().fetch("select details from access.audit_entry where action = 'sending.released'"))
                .isNotEmpty();
    }
}
