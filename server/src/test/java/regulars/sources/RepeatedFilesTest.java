package regulars.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static schema.commerce.Tables.ORDERS;
import static schema.commerce.Tables.ORDER_LINE;
import static schema.consent.Tables.EVIDENCE;
import static schema.customers.Tables.ATTRIBUTE_CURRENT;
import static schema.customers.Tables.CUSTOMER;
import static schema.customers.Tables.SOURCE_RECORD;
import static schema.sources.Tables.IMPORT;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import regulars.SettableClock;
import regulars.TestPostgres;
import regulars.collect.SubjectKey;
import regulars.customers.CustomerRef;
import regulars.customers.IncomingCustomer;
import regulars.customers.ProfileField;
import regulars.kernel.Actor;
import schema.sources.tables.records.ImportRecord;

/**
 * The same file again is answered as a whole where that comes to the same as looking at each row. Two bases live through
 * the same; then one is given the very same bytes, the other the same rows in other bytes, which are looked at one by one.
 */
class RepeatedFilesTest {
    @RegisterExtension
    static final TestPostgres POSTGRES = new TestPostgres();

    @RegisterExtension
    static final TestPostgres OTHER_POSTGRES = new TestPostgres();

    @TempDir
    private static Path folder;

    private final ImportFixture whole = room(POSTGRES, "whole");
    private final ImportFixture rowWise = room(OTHER_POSTGRES, "rows");

    private static ImportFixture room(TestPostgres postgres, String name) {
        return new ImportFixture(
                postgres, folder.resolve(name), new SettableClock(Instant.parse("2026-05-01T00:00:00Z")), 9);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aFileTakenAsAWholeComesToTheSameAsRowByRow(long seed) {
        var random = new Random(seed);
        var story = new ArrayList<Event>();
        var file = random.nextBoolean() ? people(random, seed) : orders(random, seed);
        story.add((room, done) -> done.add(room.run(file, "S" + seed)));
        for (int i = random.nextInt(3); i > 0; i--) story.add(event(random, seed, file));

        for (var room : List.of(whole, rowWise)) {
            var done = new ArrayList<ImportRecord>();
            for (Event event : story) {
                room.clock.advance(Duration.ofHours(1));
                event.happen(room, done);
            }
        }
        var answered = whole.run(file, "S" + seed);
        var looked = rowWise.run(file + "\n", "S" + seed);

        assertThat(told(whole, answered)).isEqualTo(told(rowWise, looked));
        assertThat(base(whole)).isEqualTo(base(rowWise));
    }

    @Test
    void isAnsweredAsAWholeOnlyWhereNoRowDependsOnTheBase() {
        var header = "id,email,birth date\n";
        var sound = header + "w1,w1@example.com,1990-01-10\n\"w2\"x,y\nw3,w3@example.com,1990-01-11\n";
        assertThat(isWhole(sound, "Sound")).isTrue();
        assertThat(isWhole(header + "v1,v1@example.com,1990-01-10\n,v2@nowhere,1990-01-11\n", "Rejected"))
                .isFalse();
        assertThat(isWhole(header + "t1,t1@example.com,1990-01-10\nt2,t2@example.com,never\n", "Left out"))
                .isFalse();

        var first = whole.run(header + "u1,u1@example.com,1990-01-10\nu2,u2@example.com,1990-01-11\n", "Undone");
        whole.undo(first.getId(), false);
        assertThat(isWhole(header + "u1,u1@example.com,1990-01-10\nu2,u2@example.com,1990-01-11\n", "Undone"))
                .isTrue();
        assertThat(whole.dsl.fetchValue(
                        IMPORT.CREATED,
                        IMPORT.ID
                                .ne(first.getId())
                                .and(IMPORT.SOURCE_NAME.eq("Undone"))
                                .and(IMPORT.CREATED.gt(0L))))
                .isEqualTo(2);
    }

    /** Runs the file, asks for it again, and tells whether that could be answered as a whole. */
    private boolean isWhole(String file, String source) {
        var first = whole.run(file, source);
        var again = whole.run(file, source);
        return new TrailStore(whole.dsl).whole(first.getId(), again) != null;
    }

    /** Something that happens to a base between a file and the same file. */
    private interface Event {
        void happen(ImportFixture room, List<ImportRecord> done);
    }

    private static Event event(Random random, long seed, String file) {
        var source = "S" + seed;
        int chance = random.nextInt(9);
        var fresh = new Random(seed * 31 + chance);
        var other = chance % 2 == 0 ? people(fresh, seed) : orders(fresh, seed);
        var shorter = file.lines().filter(line -> !line.contains("4,")).toList();
        return switch (chance) {
            case 0, 1 -> (room, done) -> done.add(room.run(other, source));
            case 2, 3 -> (room, done) -> room.run(other, "Another " + source);
            case 4 -> (room, done) -> room.undo(done.getLast().getId(), false);
            case 5 -> (room, done) -> edit(room, seed);
            case 6 ->
                (room, done) -> room.dsl
                        .update(CUSTOMER)
                        .set(CUSTOMER.STATE, "erased")
                        .where(CUSTOMER.EMAIL.startsWith("s" + seed + "p2"))
                        .execute();
            case 7 -> (room, done) -> done.add(room.run(String.join("\n", shorter) + "\n", source));
            default ->
                (room, done) -> room.cancelAfter(
                        room.add(ImportFixture.suggested(room.upload(String.join("\n", shorter) + "\n"), source)), 2);
        };
    }

    private static void edit(ImportFixture room, long seed) {
        var person = room.dsl
                .selectFrom(CUSTOMER)
                .where(CUSTOMER.EMAIL.startsWith("s" + seed + "p"))
                .orderBy(CUSTOMER.NUMBER)
                .limit(1)
                .fetchOne();
        if (person == null) return;
        var said = new IncomingCustomer(
                SubjectKey.manual(person.getId().toString()),
                Map.of(ProfileField.CITY, "Edited"),
                Map.of(),
                Map.of(),
                Map.of(),
                List.of());
        var intake = room.customers.intake();
        intake.edit(
                intake.origin("By hand", "manual", Actor.SYSTEM),
                new CustomerRef(person.getNumber(), person.getId()),
                said);
    }

    private static String people(Random random, long seed) {
        var file = new StringBuilder("id,email,first name,city,birth date,email consent\n");
        int trouble = random.nextInt(5);
        for (int row = 0; row < 24; row++) {
            int one = random.nextInt(40);
            file.append("s%dp%d,s%dp%d@example.com,Anna,City %d,1990-01-0%d,yes\n"
                    .formatted(seed, one, seed, one, random.nextInt(3), 1 + random.nextInt(3)));
            if (random.nextInt(12) > 0) continue;
            file.append(
                    switch (trouble) {
                        case 0, 1 -> "\"brok\"en,row\n";
                        case 2 -> "s%dq%d,no address,Anna,,1990-01-01,yes\n".formatted(seed, row);
                        case 3 -> "s%dr%d,s%dr%d@example.com,Anna,,never,yes\n".formatted(seed, row, seed, row);
                        default -> "too,few\n";
                    });
        }
        return file.toString();
    }

    private static String orders(Random random, long seed) {
        var file = new StringBuilder("order id,customer id,date,product,line amount\n");
        int trouble = random.nextInt(4);
        for (int row = 0; row < 24; row++) {
            int order = row / 2 + random.nextInt(2);
            file.append("s%do%d,s%dp%d,2026-01-%02d,Tea %d,%d.50\n"
                    .formatted(seed, order, seed, order % 9, 1 + order % 28, random.nextInt(3), random.nextInt(4)));
            if (random.nextInt(12) > 0) continue;
            file.append(
                    switch (trouble) {
                        case 0, 1 -> "\"brok\"en,row\n";
                        case 2 -> "s%do%d,s%dsomebody,2026-01-01,Tea,1.00\n".formatted(seed, order, seed);
                        default -> "s%do%d,s%dp1,never,Tea,1.00\n".formatted(seed, order, seed);
                    });
        }
        return file.toString();
    }

    private static List<?> told(ImportFixture room, ImportRecord one) {
        return List.of(
                one.getRowsRead(),
                one.getCreated(),
                one.getUpdated(),
                one.getUnchanged(),
                one.getRejected(),
                one.getNewCustomers(),
                one.getCustomers(),
                one.getOrders(),
                one.getCellsLeftOut(),
                ImportStore.money(one),
                ImportStore.doubts(one),
                room.problems(one));
    }

    private static List<?> base(ImportFixture room) {
        return List.of(
                room.dsl
                        .select(CUSTOMER.NUMBER, CUSTOMER.EMAIL, CUSTOMER.CITY, CUSTOMER.STATE, CUSTOMER.UPDATED_AT)
                        .from(CUSTOMER)
                        .orderBy(CUSTOMER.NUMBER)
                        .fetch()
                        .formatCSV(),
                room.dsl
                        .select(ORDERS.NUMBER, ORDERS.EXTERNAL_ID, ORDERS.TOTAL_MINOR, ORDERS.SUBJECT_NUMBER)
                        .from(ORDERS)
                        .orderBy(ORDERS.NUMBER)
                        .fetch()
                        .formatCSV(),
                room.dsl.fetchCount(SOURCE_RECORD),
                room.dsl.fetchCount(ATTRIBUTE_CURRENT),
                room.dsl.fetchCount(ORDER_LINE),
                room.dsl.fetchCount(EVIDENCE));
    }
}
