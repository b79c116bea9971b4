package regulars.sources;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/** A generated shop in files of their own that name one another by ids, each with a bad row or two. */
final class ShopFiles {
    private final Random random;
    private final String name;
    private final int people;
    private final int orders;

    ShopFiles(long seed, String name, int people, int orders) {
        this.random = new Random(seed);
        this.name = name;
        this.people = people;
        this.orders = orders;
    }

    String customers() {
        return file("customer_unique_id,customer_id,email,city", people, i -> {
            var mail = i % 40 == 7 ? "nowhere" : "%s%d@example.com".formatted(name, i);
            return "%s-u%d,%s-c%d,%s,City%d".formatted(name, i, name, i, mail, random.nextInt(4));
        });
    }

    String products() {
        return file(
                "product_id,name,category,price",
                12,
                i -> i == 5
                        ? ",,Kind,1.00"
                        : "%s-s%d,Thing %d,Kind%d,%d.50"
                                .formatted(name, i, i, random.nextInt(3), 1 + random.nextInt(20)));
    }

    String orders() {
        return file(
                "order_id,customer_id,order_date,status",
                orders,
                i -> "%s-o%d,%s-c%d,%s,%s"
                        .formatted(
                                name,
                                i,
                                name,
                                random.nextInt(people + 2),
                                i % 50 == 9 ? "someday" : "2026-02-%02d".formatted(1 + random.nextInt(28)),
                                random.nextInt(9) == 0 ? "cancelled" : "paid"));
    }

    String lines() {
        return file(
                "order_id,order_item_id,product_id,price,freight_value",
                orders * 2,
                i -> "%s-o%d,%d,%s-s%d,%d.25,%s"
                        .formatted(
                                name,
                                i / 2 + (i % 90 == 3 ? 100_000 : 0),
                                i % 2 + 1,
                                name,
                                random.nextInt(14),
                                1 + random.nextInt(50),
                                random.nextBoolean() ? "1.10" : ""));
    }

    String payments() {
        return file(
                "order_id,payment_sequential,payment_type,payment_value",
                orders,
                i -> "%s-o%d,1,%s,%s"
                        .formatted(
                                name,
                                i,
                                random.nextBoolean() ? "card" : "cash",
                                i % 60 == 11 ? "much" : String.format(Locale.ROOT, "%d.75", random.nextInt(90))));
    }

    private static String file(String header, int rows, IntFunction<String> row) {
        var file = new StringBuilder(header).append('\n');
        for (int i = 0; i < rows; i++) file.append(row.apply(i)).append('\n');
        return file.toString();
    }

    /** All of them, uploaded, in an order in which they could not be imported one by one. */
    List<NewImportFile> uploaded(ImportFixture room, UnaryOperator<NewImportFile> change) {
        var files = new ArrayList<NewImportFile>();
        for (String file : List.of(payments(), lines(), orders(), customers(), products())) {
            files.add(change.apply(ImportFixture.suggested(room.upload(file), "Shop " + name)));
        }
        return files;
    }
}
