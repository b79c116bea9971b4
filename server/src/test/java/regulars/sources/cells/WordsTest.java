package regulars.sources.cells;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import regulars.kernel.Fault;

class WordsTest {
    @ParameterizedTest
    @CsvSource({
        "Yes,true",
        "да,true",
        "ТАК,true",
        "是,true",
        "1,true",
        "no,false",
        "Нет,false",
        "ні,false",
        "否,false",
        "0,false"
    })
    void knowsYesAndNoInFourLanguages(String given, boolean yes) {
        assertThat(Words.yes(given)).isEqualTo(yes);
    }

    @ParameterizedTest
    @CsvSource({
        "Completed,completed",
        "Выполнен,completed",
        "скасоване,cancelled",
        "已发货,shipped",
        "Refunded,returned",
        "in_progress,new",
        "canceled,cancelled"
    })
    void knowsStatusesInFourLanguages(String given, String code) {
        assertThat(Words.status(given)).isEqualTo(code);
    }

    @Test
    void doesNotGuess() {
        assertThatThrownBy(() -> Words.yes("maybe")).isInstanceOf(Fault.class).hasMessageContaining("maybe");
        assertThatThrownBy(() -> Words.status("lost")).isInstanceOf(Fault.class).hasMessageContaining("lost");
        assertThat(Words.sex("Жен.")).isEqualTo("female");
        assertThat(Words.sex("?")).isEqualTo("?");
    }
}
