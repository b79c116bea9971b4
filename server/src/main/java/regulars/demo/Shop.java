package regulars.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;

/**
 * A shop that never was, the same for the same seed: customers who join over two years, come back and leave by
 * {@link BuyingProcess}, in the {@link Season}s of a gift shop. Each customer has a random stream of their own, so that a
 * larger shop contains the smaller one.
 */
final class Shop {
    static final String CURRENCY = "EUR";
    private static final String[] PAYMENTS = {"card", "card", "card", "cash on delivery", "bank transfer"};
    private static final RandomGeneratorFactory<RandomGenerator> RANDOM = RandomGeneratorFactory.of("L64X128MixRandom");

    private final long seed;
    private final LocalDate firstDay;
    private final Season season;
    private final BuyingProcess process;
    private final List<Buyer> buyers = new ArrayList<>();
    private final List<Sale> sales = new ArrayList<>();

    /**
     * @param customers how many join from the first day to the last
     * @param days the whole span, future included
     */
    Shop(long seed, int customers, LocalDate firstDay, int days) {
        this.seed = seed;
        this.firstDay = firstDay;
        this.season = Season.of(firstDay, days);
        this.process = BuyingProcess.CDNOW;
        for (int index = 0; index < customers; index++) live(index, days);
        sales.sort(Comparator.comparing(Sale::at).thenComparing(Sale::id));
    }

    List<Buyer> joined(Instant from, Instant to) {
        return buyers.stream().filter(buyer -> within(buyer.joined(), from, to)).toList();
    }

    List<Sale> sold(Instant from, Instant to) {
        return sales.stream().filter(sale -> within(sale.at(), from, to)).toList();
    }

    Instant opening() {
        return firstDay.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    /** An order that a buyer places of their own accord at the given instant, beside those they would place anyway. */
    Sale extraSale(Buyer buyer, String id, Instant at, RandomGenerator random) {
        return sale(buyer, id, at, random);
    }

    /** A stream that depends on the seed and the two numbers only. */
    RandomGenerator random(long purpose, long index) {
        return RANDOM.create(seed * 1_000_003 + purpose * 7_919_000_033L + index);
    }

    private void live(int index, int days) {
        var random = random(1, index);
        // Joining grows over time: twice as many join on the last day as on the first.
        double share = (Math.sqrt(1 + 3 * random.nextDouble()) - 1);
        var joined = season.at(share * season.weeks());
        var buyer = buyer(index, joined, random);
        buyers.add(buyer);
        int count = 1;
        sales.add(sale(buyer, "%s-%03d".formatted(buyer.id(), count), joined, random));
        double start = season.weeksAt(joined);
        for (double after : process.repeats(random, season.weeks() - start)) {
            sales.add(sale(buyer, "%s-%03d".formatted(buyer.id(), ++count), season.at(start + after), random));
        }
    }

    private Buyer buyer(int index, Instant joined, RandomGenerator random) {
        var identity = NameBook.draw(random);
        var email = random.nextDouble() < 0.03 ? null : identity.mailbox() + (index + 1) + "@example.com";
        var phone = random.nextDouble() < 0.25 ? null : phone(identity, random);
        var born = random.nextDouble() < 0.3
                ? null
                : LocalDate.of(1950 + random.nextInt(56), 1, 1).plusDays(random.nextInt(365));
        return new Buyer(
                "C%05d".formatted(index + 1),
                identity,
                email,
                phone,
                born,
                joined,
                consent(random),
                process.spendRate(random));
    }

    private static String phone(NameBook.Identity identity, RandomGenerator random) {
        var prefix = identity.city().phonePrefix();
        int digits = fullLength(identity.city().country()) - (prefix.length() - 1);
        return prefix + "%d".formatted(random.nextLong(pow10(digits - 1), pow10(digits)));
    }

    private static int fullLength(String country) {
        return switch (country) {
            case "CN" -> 13;
            case "SG" -> 10;
            case "LV", "RU", "KZ" -> 11;
            default -> 12;
        };
    }

    private static long pow10(int exponent) {
        return Math.round(Math.pow(10, exponent));
    }

    private static @Nullable Boolean consent(RandomGenerator random) {
        double draw = random.nextDouble();
        return draw < 0.80 ? Boolean.TRUE : draw < 0.88 ? Boolean.FALSE : null;
    }

    private Sale sale(Buyer buyer, String id, Instant at, RandomGenerator random) {
        double sum = Math.max(3, process.spend(random, buyer.spendRate()));
        var products = Catalogue.basket(random, sum);
        double listed = products.stream().mapToDouble(Catalogue.Product::price).sum();
        var lines = new ArrayList<Sale.Line>();
        long total = 0;
        for (var product : products) {
            int quantity = Math.clamp(Math.round(sum / listed), 1, 9);
            long amount = Math.max(1, Math.round(100 * sum * product.price() / listed));
            lines.add(new Sale.Line(product, quantity, amount));
            total += amount;
        }
        var status = random.nextDouble() < 0.03 ? "cancelled" : "delivered";
        return new Sale(
                id, buyer.id(), at, status, PAYMENTS[random.nextInt(PAYMENTS.length)], total, List.copyOf(lines));
    }

    private static boolean within(Instant instant, Instant from, Instant to) {
        return !instant.isBefore(from) && instant.isBefore(to);
    }
}
