package regulars.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class StopJournalTest {
    private static final Instant NOON = Instant.parse("2026-10-01T12:00:00Z");

    @TempDir
    Path data;

    record Stop(String kind, Instant at, String hash) implements StopJournal.Entry {}

    @Test
    void aLineThatWasCutOffCostsNothingButItself() throws Exception {
        var journal = new StopJournal(data);
        journal.add(List.of(stop(1)));
        Files.writeString(data.resolve(StopJournal.FILE), "{\"kind\": \"sto", StandardOpenOption.APPEND);

        journal.add(List.of(stop(2)));

        assertThat(journal.read("stopped", Stop.class)).containsExactly(stop(1), stop(2));
        assertThat(journal.read("erased", Stop.class)).isEmpty();
        assertThat(journal.countSince(NOON.plusSeconds(1))).isEqualTo(1);
    }

    @Test
    void twoCopiesTogetherHaveEachLineOnce() throws Exception {
        var journal = new StopJournal(data);
        var older = new StopJournal(Files.createDirectory(data.resolve("older")));
        older.add(List.of(stop(1), stop(2)));
        journal.add(List.of(stop(2), stop(3)));

        journal.merge(data.resolve("older").resolve(StopJournal.FILE));

        assertThat(journal.read("stopped", Stop.class)).containsExactlyInAnyOrder(stop(1), stop(2), stop(3));
    }

    @Test
    void whatIsTakenBackIsNeverWritten() {
        var journal = new StopJournal(data);
        TransactionSynchronizationManager.initSynchronization();
        try {
            journal.add(List.of(stop(1)));
            assertThat(journal.read("stopped", Stop.class)).isEmpty();
            TransactionSynchronizationManager.getSynchronizations().forEach(TransactionSynchronization::afterCommit);
        } finally {
            TransactionSynchronizationManager.clearSynchronization();
        }

        assertThat(journal.read("stopped", Stop.class)).containsExactly(stop(1));
    }

    private static Stop stop(int second) {
        return new Stop("stopped", NOON.plusSeconds(second), "h" + second);
    }
}
