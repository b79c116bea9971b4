package regulars.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import regulars.kernel.Fault;

class EventTimeTest {
    private static final Instant RECEIVED = Instant.parse("2026-03-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T11:59:00Z, , 2026-03-01T11:59:00Z",
        "2026-03-01T14:59:00+03:00, , 2026-03-01T11:59:00Z",
        "2026-03-01T11:59:00, , 2026-03-01T11:59:00Z",
        "2026-02-28, , 2026-02-28T00:00:00Z",
        "1772366340, , 2026-03-01T11:59:00Z",
        "1772366340000, , 2026-03-01T11:59:00Z",
        // a clock that is years ahead, or behind, is off by as much when it sends
        "2031-01-01T00:00:00Z, 2031-01-01T00:01:00Z, 2026-03-01T11:59:00Z",
        "1999-01-01T00:00:00Z, 1999-01-01T00:01:00Z, 2026-03-01T11:59:00Z",
        // told by itself it would be yet to come
        "2031-01-01T00:00:00Z, , 2026-03-01T12:00:00Z",
        "2031-01-01T00:00:00Z, nonsense, 2026-03-01T12:00:00Z",
        ", 2031-01-01T00:00:00Z, 2026-03-01T12:00:00Z"
    })
    void tellsTheTimeByOurClock(String timestamp, String sentAt, Instant expected) {
        var said = timestamp == null ? "" : timestamp;

        assertThat(EventTime.occurred(said, sentAt == null ? "" : sentAt, RECEIVED))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "0001-01-01T00:00:00Z", "12", "+999999999-12-31T23:59:59Z", "2026-02-30"})
    void refusesWhatIsNoTime(String timestamp) {
        assertThatThrownBy(() -> EventTime.occurred(timestamp, "", RECEIVED)).isInstanceOf(Fault.class);
    }

    @Test
    void bearsClocksOfTheEdgesOfTime() {
        assertThat(EventTime.occurred("9999-12-30T00:00:00Z", "0001-01-02T00:00:00Z", RECEIVED))
                .isEqualTo(RECEIVED);
    }
}
