package regulars.campaigns.links;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import regulars.campaigns.links.MachineTraffic.Knock;
import regulars.campaigns.links.MachineTraffic.Reason;

class MachineTrafficTest {
    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";
    private static final Duration LATER = Duration.ofMinutes(3);

    @ParameterizedTest
    @ValueSource(
            strings = {
                FIREFOX,
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148",
                "Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)",
                "YahooMailProxy; https://help.yahoo.com/kb/yahoo-mail-proxy-SLN28749.html"
            })
    void peoplesProgramsAndTheProxiesTheyReadThroughCount(String agent) {
        assertThat(MachineTraffic.judge(new Knock(false, null, agent, LATER))).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Mozilla/5.0",
                "curl/8.5.0",
                "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
                "python-requests/2.32",
                "Barracuda Sentinel (EE)",
                "Mozilla/5.0 HeadlessChrome/130"
            })
    void programsThatReadForNobodyDoNot(String agent) {
        assertThat(MachineTraffic.judge(new Knock(false, null, agent, LATER))).isEqualTo(Reason.AGENT);
    }

    @Test
    void askingWithoutReadingPrefetchingAndInhumanHasteDoNot() {
        assertThat(MachineTraffic.judge(new Knock(true, null, FIREFOX, LATER))).isEqualTo(Reason.HEAD);
        assertThat(MachineTraffic.judge(new Knock(false, "prefetch", FIREFOX, LATER)))
                .isEqualTo(Reason.PREFETCH);
        assertThat(MachineTraffic.judge(new Knock(false, null, FIREFOX, Duration.ofMillis(400))))
                .isEqualTo(Reason.TOO_SOON);
        assertThat(MachineTraffic.judge(new Knock(false, null, FIREFOX, null))).isNull();
    }
}
