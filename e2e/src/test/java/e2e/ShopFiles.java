package e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Two files as a shop would give them: twenty regulars, who bought thrice and lately, and ten who bought once and long
 * ago. All have an e-mail address; every fifth has not agreed to letters. Days are counted back from today.
 */
record ShopFiles(Path folder, String language) {
    static final int REGULARS = 20;
    private static final int ALL = 30;

    String name() {
        return "Shop " + language;
    }

    Path customers() throws IOException {
        var lines = new ArrayList<>(List.of("customer_id,first_name,last_name,email,email_consent,email_consent_at"));
        for (int number = 1; number <= ALL; number++)
            lines.add("%s-%d,Name%d,Family%d,buyer%d@%s.example.com,%s,%s"
                    .formatted(language, number, number, number, number, language, agreed(number), daysAgo(200)));
        return Files.write(folder.resolve("customers-" + language + ".csv"), lines);
    }

    Path orders() throws IOException {
        var lines = new ArrayList<>(List.of("order_id,customer_id,date,total"));
        for (int number = 1; number <= ALL; number++) {
            lines.add(order(number, number > REGULARS ? 150 : 90));
            if (number > REGULARS) continue;
            lines.add(order(number, 40));
            lines.add(order(number, 5));
        }
        return Files.write(folder.resolve("orders-" + language + ".csv"), lines);
    }

    /** One row cannot be taken, and of two others one cell each; the empty row is nobody. */
    Path faulty() throws IOException {
        return Files.writeString(folder.resolve("faulty-" + language + ".csv"), """
                customer_id,first_name,last_name,email,birth_date,city
                f-1,Zenobia,Quill,zenobia@faulty.example.com,1990-02-28,Bristol
                f-2,Yorick,Plume,yorick at faulty,1990-02-27,Bath
                f-3,Xenia,Vane,xenia@faulty.example.com,1990-02-31,Wells
                ,,,,,
                f-5,Walter,Ink,walter@faulty.example.com,1985-06-01,Exeter,one too many
                """);
    }

    /** Orders of the customers of the other file. */
    Path faultyOrders() throws IOException {
        return Files.writeString(folder.resolve("faulty-orders-" + language + ".csv"), """
                order_id,customer_id,date,total
                f-o1,f-1,%1$s,20
                f-o2,f-3,%1$s,30
                """.formatted(daysAgo(20)));
    }

    private static String agreed(int number) {
        return number % 5 == 0 ? "no" : "yes";
    }

    private String order(int number, int days) {
        return "%s-%d-%d,%s-%d,%s,%d.50"
                .formatted(language, number, days, language, number, daysAgo(days), 20 + number);
    }

    private static LocalDate daysAgo(int days) {
        return LocalDate.now(ZoneOffset.UTC).minusDays(days);
    }
}
