package regulars.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ShopTest {
    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 9, 1);
    private static final BuyingProcess PROCESS = BuyingProcess.CDNOW;

    @Test
    void repeatsComeAsOftenAsThePublishedModelExpects() {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        int buyers = 60_000;

        double year = DoubleStream.generate(() -> PROCESS.repeats(random, 52).size())
                .limit(buyers)
                .average()
                .orElseThrow();
        double month = DoubleStream.generate(() -> PROCESS.repeats(random, 4).size())
                .limit(buyers)
                .average()
                .orElseThrow();

        // E[X(52)] of BG/NBD at r 0.243, alpha 4.414, a 0.793, b 2.426 is 1.444; E[X(t)] grows about .05 a week at
        // first.
        assertThat(year).isCloseTo(1.444, within(0.04));
        assertThat(month).isCloseTo(0.19, within(0.02));
    }

    @Test
    void spendsAsMuchAsThePublishedModelExpects() {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(11);

        double mean = DoubleStream.generate(() -> PROCESS.spend(random, PROCESS.spendRate(random)))
                .limit(200_000)
                .average()
                .orElseThrow();

        assertThat(mean).isCloseTo(PROCESS.meanSpend(), within(0.6));
    }

    @Test
    void isTheSameForTheSameSeed() {
        var one = new Shop(1, 200, FIRST_DAY, 790);
        var other = new Shop(1, 200, FIRST_DAY, 790);
        var end = one.opening().plusSeconds(790L * 86_400);

        assertThat(one.sold(one.opening(), end))
                .isEqualTo(other.sold(one.opening(), end))
                .isNotEmpty();
        assertThat(one.joined(one.opening(), end))
                .isEqualTo(other.joined(one.opening(), end))
                .hasSize(200);
    }

    @Test
    void sellsMoreBeforeTheNewYearThanInAugust() {
        var shop = new Shop(1, 6000, FIRST_DAY, 790);
        var sales = shop.sold(shop.opening(), shop.opening().plusSeconds(790L * 86_400));

        long december = sales.stream()
                .filter(sale -> sale.at().toString().startsWith("2025-12"))
                .count();
        long august = sales.stream()
                .filter(sale -> sale.at().toString().startsWith("2025-08"))
                .count();

        assertThat(december).isGreaterThan(august * 3 / 2);
    }
}
