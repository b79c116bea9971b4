package regulars.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static schema.sources.Tables.TRAIL;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import regulars.SettableClock;
import regulars.TestPostgres;
import schema.sources.tables.records.ImportRecord;

/** The same file again is told by what the last import took, and comes to the same as without. */
class TrailTest {
    private static final int ROWS = 5000;

    @RegisterExtension
    static final TestPostgres POSTGRES = new TestPostgres();

    @TempDir
    private static Path folder;

    private final ImportFixture room =
            new ImportFixture(POSTGRES, folder, new SettableClock(Instant.parse("2026-05-01T00:00:00Z")));

    @Test
    void writesOnlyWhatIsNewInAFileThatCameBefore() {
        var file = people("Trail", -1);
        var first = room.run(file, "Trail");
        assertThat(first.getCreated()).isEqualTo(ROWS);
        var before = room.rows();

        var again = room.run(file, "Trail");
        assertThat(again.getUnchanged()).isEqualTo(ROWS);
        assertThat(again.getCustomers()).isEqualTo(ROWS);
        assertThat(room.rows()).isEqualTo(before);
        assertThat(blocks(again)).isZero();

        room.clock.advance(Duration.ofDays(1));
        var changed = room.run(people("Trail", 3333), "Trail");
        assertThat(changed.getUpdated()).isEqualTo(1);
        assertThat(changed.getUnchanged()).isEqualTo(ROWS - 1);
        assertThat(blocks(changed)).isPositive();
        assertThat(blocks(first)).isZero();

        var back = room.run(file, "Trail");
        assertThat(back.getUpdated()).isEqualTo(1);
        assertThat(back.getUnchanged()).isEqualTo(ROWS - 1);
    }

    @Test
    void goesTheWholeWayWhenAnotherFileCameBetween() {
        var file = people("Between", -1);
        room.run(file, "Between");
        room.run("id,email,city\nBetween7,between7@example.com,Odesa\n", "Between");

        var again = room.run(file, "Between");

        assertThat(again.getUpdated()).isEqualTo(1);
        assertThat(again.getUnchanged()).isEqualTo(ROWS - 1);
    }

    @Test
    void followsAnOrderWholeOrNotAtAll() {
        var file =
                "order_id,customer_id,date,product_id,line_amount\nw1,c1,2026-01-01,a,1.00\nw1,c1,2026-01-01,b,2.00\nw2,c2,2026-01-01,a,1.00\n";
        room.run(file, "Whole", request -> ImportFixture.with(request, "USD", Map.of()));

        var changed = room.run(
                file.replace("b,2.00", "b,2.50"), "Whole", request -> ImportFixture.with(request, "USD", Map.of()));

        assertThat(changed.getUpdated()).isEqualTo(1);
        assertThat(changed.getUnchanged()).isEqualTo(1);
        assertThat(ImportStore.money(changed).getFirst().minor()).isEqualTo(450);
    }

    @Test
    void goesOnWhereTheNodeDiedInASecondRun() {
        room.run(people("Resume", -1), "Resume");
        var id = room.add(ImportFixture.suggested(room.upload(people("Resume", 4500)), "Resume"));
        room.resume(id, 0);

        var whole = room.resume(id, Integer.MAX_VALUE);

        assertThat(whole.getUpdated()).isEqualTo(1);
        assertThat(whole.getUnchanged()).isEqualTo(ROWS - 1);
        assertThat(room.run(people("Resume", 4500), "Resume").getUnchanged()).isEqualTo(ROWS);
    }

    @Test
    void losesOneRowToAMalformedOneInTheMiddle() {
        var rows = new StringBuilder(people("Broken", -1));
        rows.insert(rows.indexOf("Broken2500,"), "\"Brok\"en,x\n");

        var stored = room.run(rows.toString(), "Broken");

        assertThat(stored.getRejected()).isEqualTo(1);
        assertThat(stored.getCreated()).isEqualTo(ROWS);
        assertThat(room.problems(stored)).extracting(RowProblem::line).containsExactly(2502L);
    }

    @Test
    void saysTheSameOfTheSameFileAgainAsOfItsRows() {
        var file = new StringBuilder(people("Again", -1));
        file.insert(file.indexOf("Again2500,"), "\"Brok\"en,x\n");
        var first = room.run(file.toString(), "Again");

        var again = room.run(file.toString(), "Again");

        assertThat(again.getRowsRead()).isEqualTo(first.getRowsRead());
        assertThat(again.getUnchanged()).isEqualTo(ROWS);
        assertThat(again.getCreated() + again.getUpdated() + again.getNewCustomers())
                .isZero();
        assertThat(again.getCustomers()).isEqualTo(ROWS);
        assertThat(room.problems(again)).isEqualTo(room.problems(first)).hasSize(1);
        var orders = "order_id,customer_id,date,total\nz1,c1,2026-01-01,1.00\nz2,c1,2026-01-01,2.00\n";
        room.run(orders, "Again orders", request -> ImportFixture.with(request, "USD", Map.of()));
        var ordered = room.run(orders, "Again orders", request -> ImportFixture.with(request, "USD", Map.of()));
        assertThat(ordered.getOrders()).isEqualTo(2).isEqualTo(ordered.getUnchanged());
        assertThat(ordered.getCustomers()).isEqualTo(1);
        assertThat(ImportStore.money(ordered).getFirst().minor()).isEqualTo(300);
    }

    private int blocks(ImportRecord stored) {
        return room.dsl.fetchCount(TRAIL, TRAIL.IMPORT_ID.eq(stored.getId()));
    }

    private static String people(String id, int changed) {
        var file = new StringBuilder("id,email,city\n");
        for (int i = 0; i < ROWS; i++) {
            file.append(id)
                    .append(i)
                    .append(',')
                    .append(id.toLowerCase(java.util.Locale.ROOT))
                    .append(i)
                    .append("@example.com,")
                    .append(i == changed ? "Lviv" : "Kyiv")
                    .append('\n');
        }
        return file.toString();
    }
}
