package regulars.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import regulars.TestApp;
import regulars.TestClient;
import regulars.work.Jobs;
import tools.jackson.databind.JsonNode;

class QualityApiTest {
    private static final String ROOM = "/api/v1/data-quality";
    private static final String DOMAINS = ROOM + "/disposable-domains";

    private final TestApp app = TestApp.running();
    private final TestClient owner = app.owner();

    @Test
    void takesThrowAwayMailboxesOutOfUseAndGivesThemBack() {
        owner.post("/api/v1/customers", Map.of("fullName", "Quality Gone", "email", "gone@quality-hour.example"))
                .requireStatus(201);
        owner.post("/api/v1/customers", Map.of("fullName", "Quality Kept", "email", "kept@quality-day.example"))
                .requireStatus(201);
        assertThat(people("DISPOSABLE_EMAIL")).isEmpty();

        owner.put(DOMAINS, Map.of("domains", List.of(" Quality-Hour.example ", "")))
                .requireStatus(200);

        assertThat(people("DISPOSABLE_EMAIL")).containsExactly("Quality Gone");
        var figures = owner.get(ROOM).requireStatus(200).json();
        assertThat(figures.path("score").asDouble()).isBetween(0.0, 1.0);
        assertThat(figures.path("valid").asDouble())
                .isGreaterThanOrEqualTo(figures.path("fresh").asDouble());
        assertThat(figures.path("checks")).hasSize(5);
        var fix = owner.post(ROOM + "/fixes", Map.of("check", "DISPOSABLE_EMAIL", "months", 12, "tag", "any"))
                .requireStatus(201)
                .json();
        await(fix);
        assertThat(people("DISPOSABLE_EMAIL")).isEmpty();
        assertThat(people("UNREACHABLE")).contains("Quality Gone").doesNotContain("Quality Kept");

        await(owner.post("/api/v1/customer-changes/" + fix.path("id").asString() + "/undo", Map.of())
                .requireStatus(201)
                .json());

        assertThat(people("DISPOSABLE_EMAIL")).containsExactly("Quality Gone");
        owner.put(DOMAINS, Map.of("domains", List.of())).requireStatus(200);
    }

    @Test
    void refusesWhatIsNoDomainAndWhatNeverAges() {
        assertThat(owner.put(DOMAINS, Map.of("domains", List.of("no domain"))).code())
                .isEqualTo("DOMAIN_INVALID");
        assertThat(owner.get(ROOM + "?months=0").code()).isEqualTo("MONTHS_INVALID");
    }

    private List<String> people(String check) {
        var page = owner.get(ROOM + "/people?limit=200&check=" + check)
                .requireStatus(200)
                .json();
        return page.path("items")
                .valueStream()
                .map(one -> one.path("name").asString())
                .toList();
    }

    private void await(JsonNode started) {
        var job = UUID.fromString(started.path("jobId").asString());
        assertThat(app.bean(Jobs.class).await(job, Duration.ofMinutes(1)).problem())
                .isNull();
    }
}
