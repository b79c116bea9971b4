package regulars.demo;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The files that the demo shop would export from its cash register: the same that a newcomer imports. */
final class ShopFiles {
    private ShopFiles() {}

    static void customers(Path file, List<Buyer> buyers) throws IOException {
        try (var csv = CsvWriter.builder().build(file)) {
            csv.writeRecord(
                    "customer_id",
                    "given_name",
                    "family_name",
                    "email",
                    "phone",
                    "language",
                    "country",
                    "city",
                    "time_zone",
                    "birth_date",
                    "sex",
                    "registered_at",
                    "email_consent");
            for (var buyer : buyers) {
                var identity = buyer.identity();
                csv.writeRecord(
                        buyer.id(),
                        identity.given().own(),
                        identity.family().own(),
                        text(buyer.email()),
                        text(buyer.phone()),
                        identity.language(),
                        identity.city().country(),
                        identity.city().name(),
                        identity.city().zone(),
                        text(buyer.birthDate()),
                        identity.sex(),
                        buyer.joined().toString(),
                        buyer.emailConsent() == null ? "" : buyer.emailConsent() ? "yes" : "no");
            }
        }
    }

    static void orders(Path file, List<Sale> sales) throws IOException {
        try (var csv = CsvWriter.builder().build(file)) {
            csv.writeRecord(
                    "order_id",
                    "customer_id",
                    "ordered_at",
                    "status",
                    "payment_method",
                    "currency",
                    "order_total",
                    "product_id",
                    "product",
                    "category",
                    "brand",
                    "quantity",
                    "line_amount");
            for (var sale : sales) {
                for (var line : sale.lines()) {
                    csv.writeRecord(
                            sale.id(),
                            sale.buyerId(),
                            sale.at().toString(),
                            sale.status(),
                            sale.payment(),
                            Shop.CURRENCY,
                            money(sale.totalMinor()),
                            line.product().id(),
                            line.product().name(),
                            line.product().category(),
                            line.product().brand(),
                            Integer.toString(line.quantity()),
                            money(line.amountMinor()));
                }
            }
        }
    }

    private static String money(long minor) {
        return BigDecimal.valueOf(minor, 2).toPlainString();
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
