package regulars.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static schema.consent.Tables.EVIDENCE;
import static schema.consent.Tables.SUPPRESSION;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import regulars.SettableClock;
import regulars.TestPostgres;
import regulars.consent.Channel;

class SuppressionFilesTest {
    @RegisterExtension
    static final TestPostgres POSTGRES = new TestPostgres();

    @TempDir
    private static Path folder;

    private final ImportFixture room =
            new ImportFixture(POSTGRES, folder, new SettableClock(Instant.parse("2026-05-01T00:00:00Z")));

    @Test
    void letsTheOldToolsStopListWinOverEveryConsent() {
        var stopped = room.run(
                "email,reason\nLeft@example.com,unsubscribed\nleft@example.com,again\nnot an address,\n,none\n",
                "Old tool",
                SuppressionFilesTest::asSuppressions);
        room.run("id,email,email_consent\n1,left@example.com,yes\n2,stays@example.com,yes\n", "Later shop");

        assertThat(stopped.getCreated()).isEqualTo(1);
        assertThat(stopped.getRejected()).isEqualTo(2);
        assertThat(room.problems(stopped))
                .extracting(RowProblem::code)
                .containsExactly("EMAIL_INVALID", "ADDRESS_MISSING");
        assertThat(room.consents.suppressed(Channel.EMAIL, List.of("left@example.com", "stays@example.com")))
                .containsEntry("left@example.com", true)
                .containsEntry("stays@example.com", false);
        var proof = room.dsl.selectFrom(SUPPRESSION).fetchSingle().getDetails().data();
        assertThat(proof)
                .contains("\"file\": \"a file.csv\"", "\"line\": 2", "\"reason\": \"unsubscribed\"", "\"sha256\"");
        var again = room.run("email\nleft@example.com\n", "Old tool", SuppressionFilesTest::asSuppressions);
        assertThat(again.getUnchanged()).isEqualTo(1);
    }

    @Test
    void provesEachConsentByFileHashNameAndLine() {
        room.run("id,email,email_consent\n1,proved@example.com,yes\n", "Proof");

        var details = room.dsl
                .selectFrom(EVIDENCE)
                .where(EVIDENCE.ADDRESS.eq("proved@example.com"))
                .fetchSingle()
                .getDetails()
                .data();
        assertThat(details)
                .containsPattern("\"sha256\": \"[0-9a-f]{64}\"")
                .contains("\"line\": 2", "\"file\": \"a file.csv\"");
    }

    private static NewImportFile asSuppressions(NewImportFile request) {
        return new NewImportFile(
                request.fileId(),
                ImportKind.SUPPRESSIONS,
                request.source(),
                request.mapping().size() == 1
                        ? List.of(new ColumnMapping(0, "email", null))
                        : List.of(new ColumnMapping(0, "email", null), new ColumnMapping(1, "reason", null)),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
