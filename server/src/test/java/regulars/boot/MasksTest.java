package regulars.boot;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class MasksTest {
    @ParameterizedTest
    @CsvSource({
        "550 no such user <ann.o'neil+x@пошта.укр>, 550 no such user <[email]>",
        "to=ann@localhost, to=[email]",
        "called +380 (44) 123-45-67 twice, called [phone] twice",
        "2026-11-22T05:00:00+05:45 at 127.0.0.1:8080, 2026-11-22T05:00:00+05:45 at 127.0.0.1:8080",
        "job 019aa1b2-77aa-7bbb-8ccc-0123456789ab, job 019aa1b2-77aa-7bbb-8ccc-0123456789ab"
    })
    void takePeoplesAddressesOutAndNothingElse(String text, String masked) {
        assertThat(Masks.of(text)).isEqualTo(masked);
    }

    @Test
    void aLineOfJsonKeepsTheTraceAndNoAddress() {
        var cause = new IllegalStateException("refused for ann@example.com");
        var logger = new LoggerContext().getLogger("regulars.channels.SendWorker");
        var event =
                new LoggingEvent("x", logger, Level.WARN, "Mail to {} waits", cause, new Object[] {"ann@example.com"});

        var line = new JsonLines().doLayout(event);

        var json = JsonMapper.shared().readTree(line);
        assertThat(line).endsWith("\n").doesNotContain("ann@").hasLineCount(1);
        assertThat(json.path("message").asString()).isEqualTo("Mail to [email] waits");
        assertThat(json.path("trace").asString()).contains("IllegalStateException: refused for [email]");
        assertThat(json.path("level").asString()).isEqualTo("WARN");
    }
}
