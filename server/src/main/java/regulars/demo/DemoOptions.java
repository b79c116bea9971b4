package regulars.demo;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code ./regulars demo} was asked for.
 *
 * @param check without a browser: print each step, compare, end
 * @param orders a file of real orders to check with instead of the generated shop
 * @param customers its customers; null when the orders name them
 * @param syntheticContacts give the people of a file without addresses ones at example.invalid, with consent
 */
record DemoOptions(
        boolean check, @Nullable Path orders, @Nullable Path customers, boolean syntheticContacts) {
    static final String USAGE = "demo [--check [--orders FILE [--customers FILE] [--synthetic-contacts]]]";

    DemoOptions {
        if (orders == null && (customers != null || syntheticContacts)) {
            throw new IllegalArgumentException("--customers and --synthetic-contacts belong to --orders FILE");
        }
        if (orders != null && !check) throw new IllegalArgumentException("--orders belongs to --check");
    }

    static DemoOptions parse(List<String> arguments) {
        boolean check = false;
        boolean synthetic = false;
        Path orders = null;
        Path customers = null;
        for (var left = arguments.iterator(); left.hasNext(); ) {
            var argument = left.next();
            switch (argument) {
                case "--check" -> check = true;
                case "--synthetic-contacts" -> synthetic = true;
                case "--orders" -> orders = file(argument, left);
                case "--customers" -> customers = file(argument, left);
                default -> throw new IllegalArgumentException("'" + argument + "' is not an option");
            }
        }
        return new DemoOptions(check, orders, customers, synthetic);
    }

    private static Path file(String option, Iterator<String> left) {
        if (!left.hasNext()) throw new IllegalArgumentException(option + " needs the name of a file");
        return Path.of(left.next());
    }
}
