package regulars.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import regulars.SettableClock;
import regulars.TestPostgres;
import regulars.kernel.Money;

/** A public file whose figures are published: to the customer, the order and the cent. */
class CdnowImportTest {
    private static final Logger LOG = LoggerFactory.getLogger(CdnowImportTest.class);

    @RegisterExtension
    static final TestPostgres POSTGRES = new TestPostgres();

    @TempDir
    private static Path folder;

    @Test
    void givesThePublishedFiguresAndChangesNothingTheSecondTime() throws IOException {
        var shared = Objects.requireNonNullElse(System.getenv("REGULARS_SHARED_DATA"), "../../shared/data");
        var file = Path.of(shared).resolve("cdnow/cdnow_master.csv.gz");
        assumeTrue(
                Files.exists(file),
                "skipped: there is no " + file.toAbsolutePath().normalize() + " (REGULARS_SHARED_DATA)");
        var clock = new SettableClock(Instant.parse("2026-05-01T00:00:00Z"));
        var room = new ImportFixture(POSTGRES, folder, clock);

        long start = System.nanoTime();
        var first = room.run(request(room, file));
        LOG.info("CDNOW was imported in {} ms", (System.nanoTime() - start) / 1_000_000);

        assertThat(first.getRejected()).isZero();
        assertThat(first.getCustomers()).isEqualTo(23_570);
        assertThat(first.getNewCustomers()).isEqualTo(23_570);
        assertThat(first.getCreated()).isEqualTo(69_659);
        assertThat(first.getOrders()).isEqualTo(69_659);
        assertThat(ImportStore.money(first)).isEqualTo(List.of(new Money(250_031_563, "USD")));
        assertThat(room.dsl.fetchCount(schema.customers.Tables.CUSTOMER)).isEqualTo(23_570);

        var before = room.rows();
        clock.advance(Duration.ofDays(1));
        var second = room.run(request(room, file));

        assertThat(second.getUnchanged()).isEqualTo(69_659);
        assertThat(second.getCustomers()).isEqualTo(23_570);
        assertThat(second.getNewCustomers() + second.getCreated() + second.getUpdated())
                .isZero();
        assertThat(room.rows()).isEqualTo(before);
    }

    private static NewImportFile request(ImportFixture room, Path file) throws IOException {
        try (InputStream content = new GZIPInputStream(Files.newInputStream(file))) {
            return ImportFixture.with(ImportFixture.suggested(room.upload(content), "CDNOW"), "USD", Map.of());
        }
    }
}
