package regulars.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static schema.commerce.Tables.LINE_SHIPPING;
import static schema.commerce.Tables.ORDERS;
import static schema.commerce.Tables.ORDER_LINE;
import static schema.commerce.Tables.ORDER_PAYMENT;
import static schema.commerce.Tables.PRODUCT;
import static schema.customers.Tables.CUSTOMER;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import regulars.SettableClock;
import regulars.TestPostgres;
import regulars.kernel.Money;
import schema.sources.tables.records.ImportRecord;

/** Customers, orders, lines, payments and products that come in files of their own. */
class JoinedFilesTest {
    @RegisterExtension
    static final TestPostgres POSTGRES = new TestPostgres();

    @TempDir
    private static Path folder;

    private final ImportFixture room =
            new ImportFixture(POSTGRES, folder, new SettableClock(Instant.parse("2026-05-01T00:00:00Z")), 10_000);

    @Test
    void addsUpWhatComesInSeveralFiles() {
        run("customer_unique_id,customer_id,customer_city\np1,a,Kyiv\np1,b,Kyiv\np2,c,Lviv\n");
        run("product_id,name,category,price\nt,Tea,Drinks,4.00\nk,Cup,,7.50\n");
        run(
                "order_id,customer_id,order_purchase_timestamp,order_status\n1,a,2026-01-01,delivered\n2,b,2026-02-01,paid\n3,c,2026-03-01,paid\n");
        assertThat(room.dsl.fetchCount(CUSTOMER, CUSTOMER.CITY.in("Kyiv", "Lviv")))
                .isEqualTo(2);

        var lines =
                "order_id,order_item_id,product_id,price,freight_value\n1,1,t,4.00,1.00\n1,2,k,7.50,2.00\n2,1,t,3.50,0\n9,1,t,1.00,0\n";
        var first = run(lines);
        assertThat(first.getRejected()).isEqualTo(1);
        assertThat(room.problems(first)).extracting(RowProblem::code).containsExactly("ORDER_UNKNOWN");
        assertThat(ImportStore.money(first)).containsExactly(new Money(1800, "USD"));
        var order =
                room.dsl.selectFrom(ORDERS).where(ORDERS.EXTERNAL_ID.eq("1")).fetchSingle();
        assertThat(List.of(order.getTotalMinor(), order.getShippingMinor(), order.getRevenueMinor()))
                .containsExactly(1450L, 300L, 1150L);
        var paid = run(
                "order_id,payment_sequential,payment_type,payment_value\n1,1,card,10.00\n1,2,voucher,4.50\n2,1,cash,3.50\n");
        assertThat(ImportStore.money(paid)).containsExactly(new Money(1800, "USD"));
        assertThat(room.dsl.fetchValue(ORDERS.PAYMENT_METHOD, ORDERS.EXTERNAL_ID.eq("1")))
                .isEqualTo("card");

        var before = room.rows();
        assertThat(run(lines).getUnchanged()).isEqualTo(2);
        assertThat(room.rows()).isEqualTo(before);
        run(lines.replace("1,1,t,4.00,1.00", "1,1,t,5.00,1.00"));
        assertThat(room.dsl.fetchValue(ORDERS.TOTAL_MINOR, ORDERS.EXTERNAL_ID.eq("1")))
                .isEqualTo(1550);
        assertThat(run("product_id,name,category,price\nt,Green tea,Drinks,4.00\nk,Cup,,7.50\n")
                        .getUpdated())
                .isEqualTo(1);
    }

    @Test
    void givesTheDocumentedTotalsOfOlist() throws IOException {
        var olist = shared("olist");
        var done = room.runAll(
                false,
                List.of(
                        file(olist, "olist_order_payments_sample10k.csv.gz", "BRL"),
                        file(olist, "olist_order_items_sample10k.csv.gz", "BRL"),
                        file(olist, "olist_orders_sample10k.csv.gz", "BRL"),
                        file(olist, "olist_products.csv.gz", "BRL"),
                        file(olist, "olist_customers_sample10k.csv.gz", "BRL")));
        var orders = done.get(2);
        var lines = done.get(3);
        var payments = done.get(4);

        assertThat(List.of(orders, lines, payments))
                .extracting(ImportRecord::getRejected)
                .containsOnly(0L);
        assertThat(orders.getCreated()).isEqualTo(10_000);
        assertThat(orders.getNewCustomers()).isZero();
        var source = room.dsl.fetchValue(ORDERS.SOURCE_ID, ORDERS.EXTERNAL_ID.eq("c58cff333993bb6b7161d7ec1350eef3"));
        assertThat(room.dsl.fetchCount(CUSTOMER, CUSTOMER.FIRST_SOURCE_ID.eq(source)))
                .isEqualTo(9_957);
        assertThat(room.dsl.fetchCount(PRODUCT, PRODUCT.SOURCE_ID.eq(source))).isEqualTo(32_951);
        assertThat(lines.getRowsRead()).isEqualTo(11_513);
        assertThat(room.dsl.fetchCount(
                        ORDER_LINE.join(ORDERS).on(ORDERS.NUMBER.eq(ORDER_LINE.ORDER_NUMBER)),
                        ORDERS.SOURCE_ID.eq(source)))
                .isEqualTo(11_513);
        assertThat(sum(
                        "select sum(amount_minor) from commerce.order_line l join commerce.orders o on o.number = l.order_number where o.source_id = "
                                + source))
                .isEqualTo(138_960_203);
        assertThat(sum("select sum(shipping_minor) from commerce.orders where source_id = " + source))
                .isEqualTo(23_091_816);
        assertThat(ImportStore.money(lines)).containsExactly(new Money(162_052_019, "BRL"));
        assertThat(ImportStore.money(payments)).containsExactly(new Money(162_064_963, "BRL"));
        assertThat(room.dsl.fetchCount(
                        ORDER_PAYMENT.join(ORDERS).on(ORDERS.NUMBER.eq(ORDER_PAYMENT.ORDER_NUMBER)),
                        ORDERS.SOURCE_ID.eq(source)))
                .isEqualTo(10_415);
        assertThat(room.dsl.fetchCount(LINE_SHIPPING)).isGreaterThanOrEqualTo(11_513);
    }

    @Test
    void givesTheDocumentedTotalsOfTheCompleteJourney() throws IOException {
        var journey = shared("complete_journey");
        run(journey, "demographics.csv.gz", "USD");
        run(journey, "products.csv.gz", "USD");
        var baskets = run(journey, "transactions_sample.csv.gz", "USD");

        assertThat(room.problems(baskets)).isEmpty();
        assertThat(baskets.getRowsRead()).isEqualTo(75_000);
        assertThat(baskets.getOrders()).isEqualTo(47_243);
        assertThat(baskets.getCustomers()).isEqualTo(2_377);
        assertThat(ImportStore.money(baskets)).containsExactly(new Money(23_393_524, "USD"));
    }

    private long sum(String sql) {
        return Objects.requireNonNull(room.dsl.resultQuery(sql).fetchSingle(0, Long.class));
    }

    private static Path shared(String name) {
        var shared = Objects.requireNonNullElse(System.getenv("REGULARS_SHARED_DATA"), "../../shared/data");
        var files = Path.of(shared).resolve(name);
        assumeTrue(
                Files.exists(files),
                "skipped: there is no " + files.toAbsolutePath().normalize() + " (REGULARS_SHARED_DATA)");
        return files;
    }

    private ImportRecord run(String csv) {
        return room.run(csv, "Joined", request -> ImportFixture.with(request, "USD", Map.of()));
    }

    private ImportRecord run(Path files, String name, String currency) throws IOException {
        return room.run(file(files, name, currency));
    }

    private NewImportFile file(Path files, String name, String currency) throws IOException {
        try (InputStream content = new GZIPInputStream(Files.newInputStream(files.resolve(name)))) {
            var request = ImportFixture.suggested(
                    room.upload(content), files.getFileName().toString());
            return ImportFixture.with(request, currency, Map.of("BRL", new BigDecimal("0.18")));
        }
    }
}
