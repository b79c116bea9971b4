package regulars.demo;

import java.util.List;
import java.util.random.RandomGenerator;

/** What the demo shop sells: things for the table, the desk and the garden. */
final class Catalogue {
    /**
     * One thing on the shelf.
     *
     * @param price in units of the currency
     */
    record Product(String id, String name, String category, String brand, double price) {}

    static final List<Product> PRODUCTS = List.of(
            new Product("TEA-01", "Assam leaf tea, 250 g", "Tea & coffee", "Morning Row", 9.5),
            new Product("TEA-02", "Jasmine green tea, 100 g", "Tea & coffee", "Morning Row", 8.0),
            new Product("TEA-03", "Rooibos with orange, 150 g", "Tea & coffee", "Morning Row", 7.5),
            new Product("COF-01", "Espresso roast, 1 kg", "Tea & coffee", "Dark Harbour", 22.0),
            new Product("COF-02", "Filter roast, 500 g", "Tea & coffee", "Dark Harbour", 13.0),
            new Product("CUP-01", "Stoneware mug", "Tableware", "Potter & Sons", 14.0),
            new Product("CUP-02", "Porcelain tea set", "Tableware", "Potter & Sons", 69.0),
            new Product("CUP-03", "Glass teapot, 1 l", "Tableware", "Clearline", 34.0),
            new Product("PLA-01", "Dinner plate, set of 4", "Tableware", "Potter & Sons", 48.0),
            new Product("KNI-01", "Chef's knife, 20 cm", "Kitchen", "Nordblad", 79.0),
            new Product("KNI-02", "Paring knife", "Kitchen", "Nordblad", 24.0),
            new Product("PAN-01", "Cast-iron pan, 26 cm", "Kitchen", "Hearthside", 55.0),
            new Product("BOA-01", "Oak cutting board", "Kitchen", "Hearthside", 31.0),
            new Product("APR-01", "Linen apron", "Kitchen", "Hearthside", 27.0),
            new Product("NOT-01", "Dotted notebook, A5", "Stationery", "Paperbark", 12.0),
            new Product("NOT-02", "Leather notebook", "Stationery", "Paperbark", 36.0),
            new Product("PEN-01", "Brass fountain pen", "Stationery", "Paperbark", 58.0),
            new Product("INK-01", "Blue-black ink, 50 ml", "Stationery", "Paperbark", 11.0),
            new Product("CAN-01", "Beeswax candles, pair", "Home", "Lumen House", 15.0),
            new Product("CAN-02", "Cedar scented candle", "Home", "Lumen House", 25.0),
            new Product("BLA-01", "Merino blanket", "Home", "Lumen House", 119.0),
            new Product("LIN-01", "Linen tablecloth", "Home", "Hearthside", 62.0),
            new Product("SEE-01", "Wildflower seeds", "Garden", "Greenhand", 6.0),
            new Product("POT-01", "Terracotta pot, 18 cm", "Garden", "Greenhand", 13.0),
            new Product("SEC-01", "Pruning shears", "Garden", "Greenhand", 33.0),
            new Product("GLO-01", "Garden gloves", "Garden", "Greenhand", 16.0),
            new Product("CHO-01", "Dark chocolate, box of 12", "Sweets", "Brill", 19.0),
            new Product("HON-01", "Linden honey, 500 g", "Sweets", "Brill", 12.0),
            new Product("JAM-01", "Blackcurrant jam", "Sweets", "Brill", 8.0),
            new Product("GIN-01", "Gingerbread tin", "Sweets", "Brill", 21.0));

    private Catalogue() {}

    /** One to four things for a purchase of about {@code sum}, dearer ones for larger sums. */
    static List<Product> basket(RandomGenerator random, double sum) {
        int count = 1 + Math.min(3, (int) (random.nextDouble() * random.nextDouble() * 4.5));
        double target = sum / count;
        return random.ints(count * 3L, 0, PRODUCTS.size())
                .mapToObj(PRODUCTS::get)
                .sorted((a, b) -> Double.compare(distance(a, target), distance(b, target)))
                .distinct()
                .limit(count)
                .toList();
    }

    private static double distance(Product product, double target) {
        return Math.abs(Math.log(product.price() / target));
    }
}
