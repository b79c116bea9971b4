package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;

/** Customers and two orders each, the same at every run. */
final class ImportFiles {
    private static final String[] GIVEN = {"Anna", "Boris", "Olena", "Taras", "Mei", "Ivan", "Marta", "Li"};
    private static final String[] FAMILY = {"Kovalenko", "Ivanova", "Wang", "Smith", "Petrenko", "Orlova", "Chen"};
    private static final String[] CITIES = {"Kyiv", "Lviv", "Odesa", "Almaty", "Riga", "Prague"};
    private static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 1);

    private ImportFiles() {}

    static void customers(Path file, int customers) throws IOException {
        try (var out = Files.newBufferedWriter(file)) {
            out.write("customer id,email,phone,first name,last name,city,country,birth date,created at,shoe size\n");
            for (int n = 0; n < customers; n++) {
                out.write(String.format(
                        Locale.ROOT,
                        "c%d,c%d@example.com,+38067%07d,%s,%s%d,%s,UA,%s,%s 10:%02d:00,%d%n",
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
                        34 + n % 13));
            }
        }
    }

    static void orders(Path file, int customers) throws IOException {
        var statuses = new String[] {"completed", "paid", "delivered", "cancelled"};
        try (var out = Files.newBufferedWriter(file)) {
            out.write("order id,customer id,order date,status,total\n");
            for (int n = 0; n < customers * 2; n++) {
                out.write(String.format(
                        Locale.ROOT,
                        "o%d,c%d,%s %02d:15:00,%s,%d.%02d%n",
                        n,
                        (n * 7919L) % customers,
                        FIRST_DAY.plusDays(n % 2000),
                        n % 24,
                        statuses[n % statuses.length],
                        5 + n % 400,
                        n % 100));
            }
        }
    }
}
