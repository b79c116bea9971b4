package regulars.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import regulars.TestApp;
import regulars.warehouse.Warehouse;

class HealthAndMetricsTest {
    private static final TestApp APP = TestApp.running();

    @Test
    void healthTellsStrangersTheStateOfThePartsAndNothingElse() {
        APP.bean(Warehouse.class).barrier(Duration.ofSeconds(60));

        var health = APP.stranger().get("/health").requireStatus(200).json();

        assertThat(health.path("status").asString()).isEqualTo("up");
        assertThat(health.path("parts").path("sending").asString()).isIn("ok", "trouble");
        assertThat(health.path("parts").path("mirror").asString()).isIn("ok", "behind", "rebuilding");
        assertThat(health.size()).isEqualTo(2);
    }

    @Test
    void figuresNeedAKeyAndNameNobody() {
        APP.stranger().get("/api/v1/metrics").requireStatus(401);

        var text = APP.program().get("/api/v1/metrics").requireStatus(200).text();

        assertThat(text)
                .contains("# TYPE regulars_mirror_lag_seconds gauge", "regulars_sending_held 0")
                .containsPattern("regulars_http_requests_total\\{status=\"2xx\"\\} [1-9]")
                .containsPattern("regulars_heap_used_bytes [1-9]")
                .containsPattern("regulars_event_step_seconds_total\\{step=\"commit\"\\} [0-9]")
                .doesNotContain("@");
        assertThat(text.lines().filter(line -> !line.startsWith("#")))
                .allMatch(line -> line.matches("[a-z_]+(\\{[a-z]+=\"[^\"]*\"\\})? -?[0-9.]+"));
    }

    @Test
    void aClockThatDriftsIsSeen() {
        var now = Instant.parse("2026-10-01T10:00:00Z");

        assertThat(DatabaseChecks.drift(now, now.plusMillis(300)).level()).isEqualTo(Finding.Level.OK);
        assertThat(DatabaseChecks.drift(now, now.minusSeconds(5)).level()).isEqualTo(Finding.Level.WARN);
        assertThat(DatabaseChecks.drift(now, now.plusSeconds(90)))
                .satisfies(finding -> assertThat(finding.level()).isEqualTo(Finding.Level.FAIL))
                .satisfies(finding -> assertThat(finding.remedy()).contains("time server"));
    }
}
