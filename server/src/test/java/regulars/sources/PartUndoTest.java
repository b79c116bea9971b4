package regulars.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static schema.commerce.Tables.ORDERS;
import static schema.commerce.Tables.ORDER_LINE;
import static schema.commerce.Tables.PRODUCT;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
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
import regulars.consent.Channel;
import schema.sources.tables.records.ImportRecord;

/** Lines, payments, products and stop lists taken back, and whole imports of several files. */
class PartUndoTest {
    @RegisterExtension
    static final TestPostgres POSTGRES = new TestPostgres();

    @TempDir
    private static Path folder;

    private final ImportFixture room =
            new ImportFixture(POSTGRES, folder, new SettableClock(Instant.parse("2026-05-01T00:00:00Z")));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void afterAnImportOfAllFilesAndItsUndoingEverythingIsAsBefore(long seed) {
        var name = "undo" + seed;
        room.runAll(false, new ShopFiles(seed, name, 20, 30).uploaded(room, PartUndoTest::inDollars));
        stop("before%d@example.com\nboth%d@example.com\n".formatted(seed, seed));
        var before = content();

        room.clock.advance(Duration.ofHours(1));
        var random = new Random(seed);
        var again = new ShopFiles(seed + 100, name, 25 + random.nextInt(9), 35 + random.nextInt(9));
        var second = room.runAll(false, again.uploaded(room, PartUndoTest::inDollars));
        assertThat(content()).isNotEqualTo(before);
        var stopped = stop("after%d@example.com\nboth%d@example.com\n".formatted(seed, seed));

        assertThat(room.undo(stopped.getId(), true).stops().lifted()).isEqualTo(1);
        assertThat(room.undo(stopped.getId(), false).stops().lifted()).isEqualTo(1);
        var seen = content();
        var tried = room.undo(second.getFirst().getId(), true);
        assertThat(content()).isEqualTo(seen);
        var undone = room.undo(second.getFirst().getId(), false);

        assertThat(undone.linesTakenBack()).isPositive().isEqualTo(tried.linesTakenBack());
        assertThat(undone.paymentsTakenBack()).isPositive().isEqualTo(tried.paymentsTakenBack());
        assertThat(undone.products()).isEqualTo(tried.products());
        assertThat(content()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void takesBackLinesPaymentsAndProductsAlone(long seed) {
        var name = "parts" + seed;
        room.runAll(false, new ShopFiles(seed, name, 10, 20).uploaded(room, PartUndoTest::inDollars));
        var before = content();

        var files = new ShopFiles(seed + 100, name, 10, 20)
                .uploaded(room, PartUndoTest::inDollars).stream()
                        .filter(file -> file.kind() != ImportKind.ORDERS && file.kind() != ImportKind.CUSTOMERS)
                        .toList();
        var second = room.runAll(false, files);
        assertThat(content()).isNotEqualTo(before);
        room.undo(second.getFirst().getId(), false);

        assertThat(content()).isEqualTo(before);
    }

    @Test
    void leavesWhatAnotherFileHasChangedSince() {
        run("order_id,customer_id,date,status\nx1,xb,2026-01-01,paid\nx2,xb,2026-01-02,paid\n");
        var first = run("order_id,order_item_id,product_id,price\nx1,1,xp,5\nx2,1,xp,6\n");
        var second = run("order_id,order_item_id,product_id,price\nx1,1,xp,7\n");

        var undone = room.undo(first.getId(), false);

        assertThat(undone.linesTakenBack()).isEqualTo(1);
        assertThat(undone.orders()).containsExactly("x1");
        assertThat(total("x1")).isEqualTo(700);
        assertThat(total("x2")).isZero();
        assertThat(undone.products().kept()).isEqualTo(1);

        room.undo(second.getId(), false);
        assertThat(total("x1"))
                .as("there was no line before the first of the two")
                .isZero();
        assertThat(room.dsl.fetchCount(
                        ORDER_LINE,
                        ORDER_LINE.ORDER_NUMBER.in(
                                room.dsl.select(ORDERS.NUMBER).from(ORDERS).where(ORDERS.EXTERNAL_ID.in("x1", "x2")))))
                .isZero();
    }

    @Test
    void keepsProductsThatAreSoldAndTheirOldNames() {
        run("product_id,name,category\nk1,Kettle,Home\n");
        var second = run("product_id,name,category\nk1,Big kettle,Home\nk2,Cup,Home\nk3,Lid,Home\n");
        run("order_id,customer_id,date,product_id,amount\nk-o,kb,2026-01-01,k2,3\n");

        var undone = room.undo(second.getId(), false);

        assertThat(undone.products()).isEqualTo(new ImportUndo.UndoneProducts(1, 1, 1));
        assertThat(room.dsl
                        .select(PRODUCT.NAME)
                        .from(PRODUCT)
                        .where(PRODUCT.EXTERNAL_ID.in("k1", "k2", "k3"))
                        .fetchSet(PRODUCT.NAME))
                .containsExactlyInAnyOrder("Kettle", "Cup");
    }

    @Test
    void liftsOnlyStopsThatNobodyElseHasAskedFor() {
        var list = stop("alone@example.com\nagain@example.com\nperson@example.com\n");
        stop("again@example.com\n");
        room.consents.suppress(Channel.EMAIL, "person@example.com", "unsubscribed", Map.of());

        var undone = room.undo(list.getId(), false);

        assertThat(undone.stops()).isEqualTo(new ImportUndo.UndoneStops(1, 2));
        assertThat(room.consents.suppressed(
                        Channel.EMAIL, List.of("alone@example.com", "again@example.com", "person@example.com")))
                .isEqualTo(Map.of("alone@example.com", false, "again@example.com", true, "person@example.com", true));
    }

    private long total(String order) {
        return room.dsl.fetchSingle(ORDERS, ORDERS.EXTERNAL_ID.eq(order)).getTotalMinor();
    }

    /** What people and programs see of it, by names that outlive a new import. */
    private Map<String, String> content() {
        var content = new LinkedHashMap<String, String>();
        Map.of(
                        "orders",
                        "select external_id, status, total_minor, shipping_minor, revenue_minor, revenue_base_minor,"
                                + " payment_method from commerce.orders order by 1",
                        "lines",
                        "select o.external_id, line_no, p.external_id as product, quantity, amount_minor from commerce.order_line"
                                + " join commerce.orders o on o.number = order_number"
                                + " left join commerce.product p on p.number = product_number order by 1, 2",
                        "shipping",
                        "select order_number, line_no, amount_minor from commerce.line_shipping order by 1, 2",
                        "payments",
                        "select order_number, payment_no, method, amount_minor from commerce.order_payment order by 1, 2",
                        "products",
                        "select external_id, name, category, brand, price_minor, currency from commerce.product order by 1",
                        "people",
                        "select number, email, city from customers.customer where state = 'active' order by 1",
                        "stops",
                        "select channel, address_hash, reason from consent.suppression order by 1, 2")
                .forEach(
                        (name, query) -> content.put(name, room.dsl.fetch(query).formatCSV()));
        return content;
    }

    private ImportRecord stop(String addresses) {
        return room.run("email,reason\n" + addresses.replace("\n", ",left\n"), "Stops");
    }

    private ImportRecord run(String csv) {
        return room.run(csv, "Parts", PartUndoTest::inDollars);
    }

    private static NewImportFile inDollars(NewImportFile file) {
        return ImportFixture.with(file, "USD", Map.of());
    }
}
