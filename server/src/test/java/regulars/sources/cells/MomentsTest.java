package regulars.sources.cells;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import regulars.kernel.Fault;
import regulars.sources.SourcesFault;

class MomentsTest {
    private static final ZoneId KYIV = ZoneId.of("Europe/Kyiv");

    @Property
    void readsOneDayInEverySpelling(@ForAll @LongRange(min = -20_000, max = 40_000) long epochDay) {
        var day = LocalDate.ofEpochDay(epochDay);
        var expected = new Moment(day.atStartOfDay(KYIV).toInstant(), day, true);

        for (String pattern :
                new String[] {"yyyy-MM-dd", "yyyy/M/d", "yyyyMMdd", "dd.MM.yyyy", "d/M/yyyy", "yyyy年M月d日"}) {
            var written = day.format(DateTimeFormatter.ofPattern(pattern));
            assertThat(Moments.parse(written, DateOrder.DAY_FIRST, KYIV))
                    .as(written)
                    .isEqualTo(expected);
        }
        var american = day.format(DateTimeFormatter.ofPattern("MM/dd/yyyy"));
        assertThat(Moments.parse(american, DateOrder.MONTH_FIRST, KYIV)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-01T12:00:00Z, 2026-07-01T12:00:00Z",
        "2026-07-01 12:00:00+03:00, 2026-07-01T09:00:00Z",
        "2026-07-01T12:00:00.123+0300, 2026-07-01T09:00:00.123Z",
        "2026-07-01 12:00, 2026-07-01T09:00:00Z",
        "01.07.2026 12:00:05, 2026-07-01T09:00:05Z",
        "2026/7/1 9:05, 2026-07-01T06:05:00Z",
    })
    void readsTimes(String given, Instant expected) {
        var moment = Moments.parse(given, DateOrder.DAY_FIRST, KYIV);

        assertThat(moment.instant()).isEqualTo(expected);
        assertThat(moment.dateOnly()).isFalse();
    }

    @Test
    void takesTheFirstMomentOfADayThatHasNoMidnight() {
        var moment = Moments.parse("1993-04-18", DateOrder.DAY_FIRST, ZoneId.of("Asia/Gaza"));

        assertThat(moment.date()).isEqualTo(LocalDate.of(1993, 4, 18));
        assertThat(moment.dateOnly()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-30",
                "31.04.2026",
                "2026-13-01",
                "01.02.26",
                "yesterday",
                "0000-00-00",
                "2026-01-01 25:00",
                "1500-01-01",
                "2026-1"
            })
    void refusesDaysThatDoNotExist(String given) {
        assertThatThrownBy(() -> Moments.parse(given, DateOrder.DAY_FIRST, KYIV))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(SourcesFault.DATE_INVALID));
    }
}
