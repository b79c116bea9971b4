package regulars.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static schema.sources.Tables.IMPORT;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import regulars.SettableClock;
import regulars.TestPostgres;
import regulars.kernel.Fault;
import regulars.kernel.Money;
import regulars.sources.cells.DecimalMark;
import schema.sources.tables.records.ImportRecord;

/** Several files that belong together, in one import. */
class SeveralFilesTest {
    @RegisterExtension
    static final TestPostgres POSTGRES = new TestPostgres();

    @TempDir
    private static Path folder;

    private final ImportFixture room =
            new ImportFixture(POSTGRES, folder, new SettableClock(Instant.parse("2026-05-01T00:00:00Z")));

    @Test
    void countsBeforehandWhatItComesToAndWritesNothing() {
        var files = shop("dry", 60, 200);
        var before = room.rows();
        var tried = room.runAll(true, files);
        assertThat(room.rows()).isEqualTo(before);

        var done = room.runAll(false, files);

        assertThat(done)
                .extracting(ImportRecord::getKind)
                .containsExactly("customers", "products", "orders", "lines", "payments");
        assertThat(done).allSatisfy(file -> assertThat(file.getFinishedAt()).isNotNull());
        for (int i = 0; i < done.size(); i++) {
            assertThat(ImportFixture.counts(tried.get(i))).isEqualTo(ImportFixture.counts(done.get(i)));
            assertThat(room.problems(tried.get(i)))
                    .isEqualTo(room.problems(done.get(i)))
                    .isNotEmpty();
        }
        assertThat(done.get(2).getNewCustomers())
                .as("whom no row of customers brings; a row with a bad address does")
                .isEqualTo(2);
        assertThat(done.get(3).getOrders()).isEqualTo(done.get(2).getCreated());
    }

    @Test
    void takesTheSampleFilesOfTheScreensAsTheyAre() throws IOException {
        var files = new ArrayList<NewImportFile>();
        for (String name : List.of("stop-list", "payments", "order-lines", "orders", "products", "customers")) {
            var file = Path.of("../web/src/features/sources/samples/" + name + ".csv");
            files.add(ImportFixture.suggested(room.upload(Files.readString(file)), "Samples"));
        }
        var done = room.runAll(false, files);

        assertThat(done)
                .extracting(ImportRecord::getKind)
                .containsExactly("customers", "products", "orders", "lines", "payments", "suppressions");
        assertThat(done).allSatisfy(file -> assertThat(room.problems(file)).isEmpty());
        assertThat(done.get(2).getNewCustomers()).isZero();
        assertThat(ImportStore.money(done.get(3))).containsExactly(new Money(9_860, "USD"));
    }

    @Test
    void goesOnInTheFileWhereTheNodeDied() {
        var id = room.add(false, shop("kill", 4_500, 5_000));
        room.resume(id, 5);
        assertThat(room.files(id).getFirst().getFinishedAt()).isNotNull();
        var orders = room.files(id).get(2);
        assertThat(orders.getRowsRead()).isBetween(1L, 4_999L);
        assertThat(orders.getFinishedAt()).isNull();

        room.resume(id, Integer.MAX_VALUE);

        var whole = room.runAll(true, shop("whole", 4_500, 5_000));
        for (int i = 0; i < whole.size(); i++) {
            assertThat(ImportFixture.counts(room.files(id).get(i))).isEqualTo(ImportFixture.counts(whole.get(i)));
        }
    }

    @Test
    void saysWhichFileIsWrongBeforeAnythingIsWritten() {
        var files = shop("wrong", 5, 5);
        var lines = files.get(1);
        var broken = new NewImportFile(
                lines.fileId(), lines.kind(), lines.source(), List.of(), null, null, null, null, null, null, null);
        assertThatThrownBy(() -> room.add(false, List.of(files.get(0), broken, files.get(2))))
                .isInstanceOfSatisfying(Fault.class, fault -> {
                    assertThat(fault.code()).isEqualTo(SourcesFault.MAPPING_INCOMPLETE);
                    assertThat(fault.params()).containsEntry("file", "a file.csv");
                });
    }

    @Test
    void stopsAtAFileThatIsGoneAndKeepsWhatCameBefore() {
        var files = shop("gone", 5, 5);
        var id = room.add(false, files);
        room.uploads.remove(files.get(2).fileId());

        assertThatThrownBy(() -> room.resume(id, Integer.MAX_VALUE)).isInstanceOf(Fault.class);

        var begun = room.dsl
                .selectFrom(IMPORT)
                .where(IMPORT.RUN_ID.eq(id))
                .and(IMPORT.STARTED_AT.isNotNull())
                .orderBy(IMPORT.PLACE)
                .fetch();
        assertThat(begun).extracting(ImportRecord::getKind).containsExactly("customers", "products", "orders");
        assertThat(begun.getFirst().getFinishedAt()).isNotNull();
        assertThat(begun.getLast().getFinishedAt()).isNull();
    }

    private List<NewImportFile> shop(String name, int people, int orders) {
        return new ShopFiles(7, name, people, orders)
                .uploaded(
                        room,
                        file -> new NewImportFile(
                                file.fileId(),
                                file.kind(),
                                file.source(),
                                file.mapping(),
                                file.dateOrder(),
                                DecimalMark.POINT,
                                "USD",
                                null,
                                null,
                                null,
                                null));
    }
}
