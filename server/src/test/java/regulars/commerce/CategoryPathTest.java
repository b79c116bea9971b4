package regulars.commerce;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CategoryPathTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Drinks > Coffee; Drinks > Coffee",
                "Drinks>Coffee >Beans; Drinks > Coffee > Beans",
                "Drinks / Coffee; Drinks > Coffee",
                "Drinks|Coffee|; Drinks > Coffee",
                "Напої » Кава; Напої > Кава",
                "A/B testing; A/B testing",
                "' > '; ",
                "Tea; Tea"
            })
    void hasOneSpellingHoweverTheStepsAreParted(String given, String kept) {
        assertThat(CategoryPath.of(given)).isEqualTo(kept);
    }
}
