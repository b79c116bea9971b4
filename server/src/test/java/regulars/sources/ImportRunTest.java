package regulars.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static schema.commerce.Tables.ORDERS;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import regulars.SettableClock;
import regulars.TestPostgres;
import regulars.kernel.Fault;

/** How an import runs, is tried, is stopped, and goes on. */
class ImportRunTest {
    @RegisterExtension
    static final TestPostgres POSTGRES = new TestPostgres();

    @TempDir
    private static Path folder;

    private final ImportFixture room =
            new ImportFixture(POSTGRES, folder, new SettableClock(Instant.parse("2026-05-01T00:00:00Z")));

    @Test
    void countsTheSameInADryRunAndWritesNothing() {
        var file = generated(4500, "dry");
        var upload = room.upload(file);
        var before = room.rows();
        var rehearsed = room.tryOut(ImportFixture.suggested(upload, "Dry"));

        assertThat(room.rows()).isEqualTo(before);
        var performed = room.run(ImportFixture.suggested(upload, "Dry"));
        assertThat(ImportFixture.counts(rehearsed)).isEqualTo(ImportFixture.counts(performed));
        assertThat(room.problems(rehearsed)).isEqualTo(room.problems(performed)).hasSize(9);
        assertThat(room.rows()).isNotEqualTo(before);
    }

    @Test
    void leavesOutCellsThatAreNotTheKeyAndRefusesRowsWhoseKeyCannotBeRead() {
        var csv = """
                customer id,name,email,phone
                1,One,one@cells.example.com,n/a
                2,Two,two@@cells,+380501110102
                ,Three,three@cells.example.com,нет
                ,Four,four@@cells,+380501110104
                ,Five,,-
                ,Six,six@@cells,-
                ,Seven,,12
                """;

        var done = room.run(csv, "Cells");

        assertThat(done.getCreated()).isEqualTo(5);
        assertThat(room.problems(done))
                .extracting(RowProblem::line, RowProblem::value, RowProblem::rowTaken)
                .containsExactlyInAnyOrder(
                        tuple(2L, "n/a", true),
                        tuple(3L, "two@@cells", true),
                        tuple(4L, "нет", true),
                        tuple(5L, "four@@cells", true),
                        tuple(6L, "-", true),
                        tuple(7L, "six@@cells", false),
                        tuple(8L, "12", false));
    }

    @Test
    void leavesOutABirthThatIsToCome() {
        var csv = """
                customer id,email,birth date
                1,one@born.example.com,2099-01-01
                2,two@born.example.com,1990-01-01
                """;

        var done = room.run(csv, "Births");

        assertThat(room.problems(done))
                .singleElement()
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("BIRTH_DATE_INVALID"));
        assertThat(done.getCreated()).isEqualTo(2);
    }

    @Test
    void losesAndDoublesNothingWhenTheNodeDiesBetweenBatches() {
        var file = generated(9000, "kill");
        var id = room.add(ImportFixture.suggested(room.upload(file), "Killed"));

        var died = room.resume(id, 2);
        assertThat(died.getRowsRead()).isEqualTo(4000);
        assertThat(died.getFinishedAt()).isNull();
        var diedAgain = room.resume(id, 1);
        assertThat(diedAgain.getRowsRead()).isEqualTo(6000);
        var whole = room.resume(id, Integer.MAX_VALUE);

        assertThat(whole.getRowsRead()).isEqualTo(9000);
        assertThat(whole.getFinishedAt()).isNotNull();
        assertThat(ImportFixture.counts(whole))
                .isEqualTo(ImportFixture.counts(
                        room.tryOut(ImportFixture.suggested(room.upload(generated(9000, "kill2")), "Whole"))));
        var again = room.run(file, "Killed");
        assertThat(again.getUnchanged()).isEqualTo(whole.getCreated());
        assertThat(again.getCreated() + again.getUpdated()).isZero();
    }

    @Test
    void keepsWhatACancelledImportWrote() {
        var id = room.add(ImportFixture.suggested(room.upload(generated(6000, "cancel")), "Cancelled"));

        var cancelled = room.cancelAfter(id, 2);

        assertThat(cancelled.getRowsRead()).isEqualTo(4000);
        assertThat(cancelled.getFinishedAt()).isNull();
        assertThat(room.dsl.fetchCount(ORDERS, ORDERS.IMPORT_ID.eq(cancelled.getId())))
                .isEqualTo(cancelled.getCreated().intValue());
    }

    @Test
    void forgetsTheFileWhenItIsImported() {
        var request = ImportFixture.suggested(room.upload("id,email\n1,gone@example.com\n"), "Gone");
        room.run(request);

        assertThatThrownBy(() -> room.uploads.content(request.fileId()))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(SourcesFault.FILE_GONE));
    }

    @Test
    void keepsItsResultWhenTheNodeDiesAfterTheFileIsGone() {
        var id = room.add(ImportFixture.suggested(room.upload("id,email\n1,over@example.com\n"), "Over"));
        var ended = room.resume(id, Integer.MAX_VALUE);

        var again = room.resume(id, Integer.MAX_VALUE);

        assertThat(again.getFinishedAt()).isEqualTo(ended.getFinishedAt());
        assertThat(ImportFixture.counts(again))
                .isEqualTo(ImportFixture.counts(ended))
                .containsEntry("created", 1L);
    }

    /** Orders without ids, many of them alike, with a bad row in every five hundred. */
    private static String generated(int rows, String customer) {
        var file = new StringBuilder("customer_id,date,amount\n");
        for (int i = 0; i < rows; i++) {
            var amount = i % 500 == 250 ? "a lot" : String.format(Locale.ROOT, "%d.%02d", i % 7, i % 3);
            file.append(customer)
                    .append(i % 900)
                    .append(",2026-01-")
                    .append(10 + i % 9)
                    .append(',')
                    .append(amount)
                    .append('\n');
        }
        return file.toString();
    }
}
