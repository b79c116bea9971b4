package regulars.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class OrderWindowTest {
    private static final ZoneId KYIV = ZoneId.of("Europe/Kyiv");
    private static final Instant LAUNCH = Instant.parse("2026-03-27T22:30:00Z"); // 00:30 on the 28th in Kyiv

    @Test
    void countsDatesFromTheDayOfTheLaunchInTheOrganisationsZone() {
        var window = OrderWindow.of(LAUNCH, 7, LAUNCH.plusSeconds(86_400), KYIV);

        assertThat(window.datesFrom()).isEqualTo(midnight("2026-03-28"));
        assertThat(window.closed()).isFalse();
        assertThat(window.to()).isEqualTo(LAUNCH.plusSeconds(86_400));
    }

    @Test
    void hasAsManyDatesAsDaysAlsoWhenTheClocksChangeWithinIt() {
        var window = OrderWindow.of(LAUNCH, 7, Instant.parse("2026-06-01T00:00:00Z"), KYIV);

        assertThat(window.datesTo()).isEqualTo(midnight("2026-04-04"));
        assertThat(window.closed()).isTrue();
        assertThat(window.to()).isEqualTo(Instant.parse("2026-04-03T22:30:00Z"));
    }

    private static Instant midnight(String date) {
        return LocalDate.parse(date).atStartOfDay(KYIV).toInstant();
    }
}
