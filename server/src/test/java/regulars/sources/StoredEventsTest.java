package regulars.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static regulars.sources.TrackFixture.APP;
import static regulars.sources.TrackFixture.event;
import static regulars.sources.TrackFixture.outcomes;
import static regulars.sources.TrackFixture.post;
import static schema.collect.Tables.EVENT;
import static schema.collect.Tables.EVENT_KEY;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import regulars.TestClient;
import regulars.collect.StoredEvents;
import regulars.warehouse.Warehouse;
import regulars.work.JobState;
import regulars.work.Jobs;
import tools.jackson.databind.JsonNode;

/** Stored events are counted first, then deleted or told again; and those of a type go when their time is over. */
class StoredEventsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String STORED = "/api/v1/events/stored";
    private static final String RETENTION = "/api/v1/events/retention";

    @Test
    void deletesWhatWasLookedAtAndStillKnowsItsIds() {
        for (String id : List.of("gone-1", "gone-2"))
            send(id, "Gone Type", "2026-01-05T10:00:00Z").requireStatus(200);
        send("gone-3", "Gone Type", "2026-03-05T10:00:00Z").requireStatus(200);
        var which = "?type=Gone%20Type&to=2026-01-31&source=track%20shop";
        var found = found(which);
        send("gone-4", "Gone Type", "2026-01-05T10:00:00Z").requireStatus(200);

        assertThat(found.path("events").asInt()).isEqualTo(2);
        assertThat(found.path("first").asString()).startsWith("2026-01-05T10:00:00");
        var done =
                run("delete", wish("Gone Type", "2026-01-31", found.path("upTo").asLong()));

        assertThat(done.path("events").asInt()).isEqualTo(2);
        assertThat(APP.dsl().fetchCount(EVENT, EVENT.TYPE.eq("Gone Type")))
                .as("not the later one, nor what came in meanwhile")
                .isEqualTo(2);
        assertThat(found(which).path("events").asInt()).isEqualTo(1);
        assertThat(outcomes(send("gone-1", "Gone Type", "2026-01-05T10:00:00Z")))
                .containsExactly("duplicate");
        assertThat(APP.dsl().fetchCount(EVENT_KEY)).isPositive();
    }

    @Test
    void doesNothingToAllEventsByAForgottenFilter() {
        var answer = APP.owner().post(STORED + "/delete", wish(null, null, 1L));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("STORED_EVENTS_UNBOUNDED");
        assertThat(APP.owner().post(STORED + "/delete", wish("A", null, null)).code())
                .isEqualTo("STORED_EVENTS_UNBOUNDED");
    }

    @Test
    void tellsWhatIsKnownOfAPersonOnceMore() {
        post(
                        "/v1/identify",
                        event(
                                "again-1",
                                Map.of(
                                        "userId",
                                        "again-1",
                                        "traits",
                                        Map.of("email", "again@stored.example", "firstName", "Agnes"))))
                .requireStatus(200);
        TrackFixture.await("again@stored.example");
        APP.bean(Warehouse.class).barrier(PATIENCE);
        var person = APP.owner()
                .get("/api/v1/customers?q=again@stored.example")
                .json()
                .at("/items/0/id")
                .asString();
        var found = found("?customer=" + person);
        var wish = wish("identify", null, found.path("upTo").asLong());
        wish.put("customer", person);

        assertThat(found.path("people").asInt()).isEqualTo(1);
        assertThat(run("replay", wish).path("events").asInt()).isEqualTo(1);
    }

    @Test
    void letsEventsOfATypeGoWhenTheirTimeIsOver() {
        send("old-1", "Aged Type", "2020-01-05T10:00:00Z").requireStatus(200);
        send("old-2", "Aged Other", "2020-01-05T10:00:00Z").requireStatus(200);
        APP.bean(Warehouse.class).barrier(PATIENCE);
        var due = APP.owner().get(RETENTION + "/due?type=Aged%20Type&months=12").json();
        var rules = List.of(Map.of("type", "Aged Type", "months", 12), Map.of("type", "Aged Other", "months", 600));

        assertThat(due.path("events").asInt()).isEqualTo(1);
        assertThat(keep(rules).path("items").size()).isEqualTo(2);
        APP.bean(EventExpiry.class).run();
        assertThat(keep(List.of()).path("items").size()).isZero();

        assertThat(APP.dsl().fetchCount(EVENT, EVENT.TYPE.eq("Aged Type"))).isZero();
        assertThat(APP.dsl().fetchCount(EVENT, EVENT.TYPE.eq("Aged Other"))).isEqualTo(1);
        assertThat(outcomes(send("old-1", "Aged Type", "2020-01-05T10:00:00Z"))).containsExactly("duplicate");
        var twice = Map.of("items", List.of(rules.getFirst(), rules.getFirst()));
        assertThat(APP.owner().put(RETENTION, twice).code()).isEqualTo("EVENT_RETENTION_TWICE");
        var endless = Map.of("items", List.of(Map.of("type", "A", "months", 601)));
        assertThat(APP.owner().put(RETENTION, endless).code()).isEqualTo("EVENT_RETENTION_INVALID");
    }

    @Test
    void dropsMonthsInWhichNothingIsLeft() {
        APP.dsl().execute("select collect.ensure_event_month('2001-02-03')");

        assertThat(APP.bean(StoredEvents.class).dropEmptyMonths()).isPositive();
        assertThat(APP.dsl()
                        .fetchSingle("select to_regclass('collect.event_2001_02')")
                        .get(0))
                .isNull();
    }

    private static TestClient.Answer send(String id, String type, String at) {
        return post("/v1/track", event(id, Map.of("event", type, "userId", "stored-1", "timestamp", at)));
    }

    private static Map<String, @Nullable Object> wish(@Nullable String type, @Nullable String to, @Nullable Long upTo) {
        var wish = new HashMap<String, @Nullable Object>();
        wish.put("type", type);
        wish.put("to", to);
        wish.put("upTo", upTo);
        return wish;
    }

    private static JsonNode found(String which) {
        APP.bean(Warehouse.class).barrier(PATIENCE);
        return APP.owner().get(STORED + which).requireStatus(200).json();
    }

    private static JsonNode keep(List<? extends Map<String, ?>> rules) {
        return APP.owner()
                .put(RETENTION, Map.of("items", rules))
                .requireStatus(200)
                .json();
    }

    private static JsonNode run(String action, Map<String, ? extends @Nullable Object> wish) {
        var started =
                APP.owner().post(STORED + "/" + action, wish).requireStatus(202).json();
        var job =
                APP.bean(Jobs.class).await(UUID.fromString(started.path("jobId").asString()), PATIENCE);
        assertThat(job.state()).as("%s", job.problem()).isEqualTo(JobState.DONE);
        return Objects.requireNonNull(job.result());
    }
}
