package regulars.duplicates.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import regulars.duplicates.model.Facts.Place;

class LikenessTest {
    @ParameterizedTest
    @CsvSource({
        "Щербаков, Shcherbakov, SAME",
        "Щербаков, Scherbakov, SOUND",
        "Юлія, Yuliia, SOUND",
        "Юлия, Julia, SOUND",
        "Їжакевич, Yizhakevych, SAME",
        "Олександр, Oleksandr, SAME",
        "Александр, Alexander, CLOSE",
        "张, Zhang, SAME",
        "小明, Xiao Ming, SAME",
        "欧阳, Ouyang, SAME",
        "Müller, Muller, SAME",
        "Müller, Mueller, CLOSE",
        "O’Brien, OBrien, SAME",
        "Петренко, Петернко, CLOSE",
        "Meier, Meyer, SOUND",
        "А., Anna, SIMILAR",
        "Anna, Annamaria, SIMILAR",
        "Anna, Peter, DIFFERENT",
        "'', Peter, ABSENT"
    })
    void comparesNamesAcrossScriptsAndSlips(String one, String other, Agreement expected) {
        assertThat(Likeness.names(Names.word(one), Names.word(other))).isEqualTo(expected);
        assertThat(Likeness.names(Names.word(other), Names.word(one))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "19850407, 19850407, SAME",
        "19850407, 19850704, SWAPPED",
        "19850407, 19850408, CLOSE",
        "19850412, 19850421, CLOSE",
        "19850407, 19850429, PART",
        "19850407, 19910407, PART",
        "19850407, 19911229, DIFFERENT"
    })
    void comparesDatesByWhatSlips(String one, String other, Agreement expected) {
        assertThat(Likeness.dates(one, other)).isEqualTo(expected);
    }

    @Test
    void tellsAMailboxThatMovedAndANumberWithoutItsCountry() {
        assertThat(Likeness.emails("olena.petrenko@gmail.com", "olena.petrenko@ukr.net"))
                .isEqualTo(Agreement.PART);
        assertThat(Likeness.emails("olena@gmail.com", "olena@gmial.com")).isEqualTo(Agreement.CLOSE);
        assertThat(Likeness.phones("380501234567", "0501234567")).isEqualTo(Agreement.SAME);
        assertThat(Likeness.phones("380501234567", "380501234576")).isEqualTo(Agreement.CLOSE);
    }

    @Test
    void findsAPatronymicAndBearsNamesTheOtherWayRound() {
        var whole = person("Шевченко Тарас Григорович", null, null);
        var parts = person(null, "Taras", "Shevchenko");

        assertThat(whole.middle()).isEqualTo("grigorovich");
        long pattern = Comparison.pattern(whole, parts);
        assertThat(Agreement.in(pattern, Clue.GIVEN_NAME)).isEqualTo(Agreement.SWAPPED);
        assertThat(Agreement.in(pattern, Clue.FAMILY_NAME)).isEqualTo(Agreement.ABSENT);
    }

    private static Person person(@Nullable String whole, @Nullable String given, @Nullable String family) {
        return Normaliser.person(
                new Facts(1, given, family, null, whole, null, null, List.of(), List.of(), Place.UNKNOWN, List.of()));
    }
}
