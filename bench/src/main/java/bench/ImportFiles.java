package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;

/**
 * Customers with a consent each and two orders each, the same at every run.
 *
 * @param people as a tool exported them: the row in the middle is broken by a quote that is opened and never closed
 * @param cleanPeople the same without that row
 */
record ImportFiles(Path people, Path cleanPeople, Path orders, int customers) {
    private static final String[] GIVEN = {"Anna", "Boris", "Olena", "Taras", "Mei", "Ivan", "Marta", "Li"};
    private static final String[] FAMILY = {"Kovalenko", "Ivanova", "Wang", "Smith", "Petrenko", "Orlova", "Chen"};
    private static final String[] CITIES = {"Kyiv", "Lviv", "Odesa", "Almaty", "Riga", "Prague"};
    private static final String[] STATUSES = {"completed", "paid", "delivered", "cancelled"};
    private static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 1);
    private static final String BROKEN = "broken,\"broken@example.com,,,,,,,,,\n";

    static ImportFiles write(Path folder, int customers) throws IOException {
        var files = new ImportFiles(
                folder.resolve("customers.csv"), folder.resolve("clean.csv"), folder.resolve("orders.csv"), customers);
        files.writePeople();
        files.writeOrders();
        return files;
    }

    int orderCount() {
        return customers * 2;
    }

    /** Of the broken row, the first line of the file being 1. */
    long brokenLine() {
        return customers / 2 + 1;
    }

    private void writePeople() throws IOException {
        var header = "customer id,email,phone,first name,last name,city,country,birth date,created at,shoe size,"
                + "email consent\n";
        try (var out = Files.newBufferedWriter(people);
                var clean = Files.newBufferedWriter(cleanPeople)) {
            out.write(header);
            clean.write(header);
            for (int n = 0; n < customers; n++) {
                if (n == customers / 2 - 1) out.write(BROKEN);
                var row = person(n);
                out.write(row);
                clean.write(row);
            }
        }
    }

    private static String person(int n) {
        return String.format(
                Locale.ROOT,
                "c%d,c%d@example.com,+38067%07d,%s,%s%d,%s,UA,%s,%s 10:%02d:00,%d,%s%n",
                n,
                n,
                n,
                GIVEN[n % GIVEN.length],
                FAMILY[n % FAMILY.length],
                n / 1000,
                CITIES[n % CITIES.length],
                FIRST_DAY.minusDays(8000 + n % 9000),
                FIRST_DAY.plusDays(n % 1500),
                n % 60,
                34 + n % 13,
                n % 5 == 0 ? "no" : "yes");
    }

    private void writeOrders() throws IOException {
        try (var out = Files.newBufferedWriter(orders)) {
            out.write("order id,customer id,order date,status,total\n");
            for (int n = 0; n < orderCount(); n++) {
                out.write(String.format(
                        Locale.ROOT,
                        "o%d,c%d,%s %02d:15:00,%s,%d.%02d%n",
                        n,
                        (n * 7919L) % customers,
                        FIRST_DAY.plusDays(n % 2000),
                        n % 24,
                        STATUSES[n % STATUSES.length],
                        5 + n % 400,
                        n % 100));
            }
        }
    }
}
