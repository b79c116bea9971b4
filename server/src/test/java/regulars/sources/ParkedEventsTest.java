package regulars.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static regulars.sources.TrackFixture.APP;
import static regulars.sources.TrackFixture.event;
import static regulars.sources.TrackFixture.post;
import static regulars.sources.TrackFixture.stored;
import static schema.collect.Tables.EVENT;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ParkedEventsTest {
    @Test
    void parksWhatItRefusesAndTakesItInWhenItIsSentThroughAgain() {
        var poison = event("parked-1", Map.of("event", "A", "userId", "u", "timestamp", "soon"));
        post("/v1/track", event("parked-0", Map.of("event", "A", "userId", "u")))
                .requireStatus(200);
        post("/v1/track", poison).requireStatus(400);
        post("/v1/track", poison).requireStatus(400);
        var listed = APP.owner()
                .get("/api/v1/events/parked?reason=EVENT_TIME_UNREADABLE")
                .requireStatus(200)
                .json()
                .path("items");
        var mine = listed.valueStream()
                .filter(one -> one.path("detail").asString().contains("soon"))
                .toList();
        assertThat(mine).as("once, however often it is sent").hasSize(1);
        var path = "/api/v1/events/parked/" + mine.getFirst().path("id").asString();
        assertThat(APP.owner().get(path).json().path("body").asString()).isEqualTo(poison);

        assertThat(APP.owner()
                        .post(path + "/replay", Map.of())
                        .json()
                        .path("refused")
                        .asInt())
                .isEqualTo(1);
        APP.dsl()
                .execute("update collect.parked_event set bytes = bytes + 6, body = convert_to("
                        + "replace(convert_from(body, 'UTF8'), '\"soon\"', '\"2026-01-01\"'), 'UTF8')"
                        + " where detail like '%soon%'");
        var replayed =
                APP.owner().post(path + "/replay", Map.of()).requireStatus(200).json();

        assertThat(replayed.path("stored").asInt()).isEqualTo(1);
        assertThat(stored("parked-1").get(EVENT.TYPE)).isEqualTo("A");
        assertThat(APP.owner().get(path).requireStatus(404).code()).isEqualTo("PARKED_EVENT_NOT_FOUND");
        var figures = APP.owner()
                .get("/api/v1/events/intake")
                .requireStatus(200)
                .json()
                .path("figures");
        assertThat(figures.valueStream()
                        .map(one -> one.path("source").asString() + " "
                                + one.path("outcome").asString()))
                .contains("track shop stored", "track shop EVENT_TIME_UNREADABLE");
        assertThat(APP.owner()
                        .get("/api/v1/events/recent")
                        .json()
                        .path("items")
                        .get(0)
                        .path("type")
                        .asString())
                .isNotEmpty();
    }

    @Test
    void sendsAllOfAReasonAgainAtOnceAndNotesEachNewReason() {
        var batch = IntStream.range(0, 5)
                .mapToObj(i -> event("group-" + i, Map.of("type", "dance-" + i, "event", "A", "userId", "u")))
                .collect(Collectors.joining(",", "{\"batch\":[", "]}"));
        post("/v1/batch", batch).requireStatus(200);
        APP.dsl()
                .execute("update collect.parked_event set bytes = bytes - 2, body = convert_to(regexp_replace("
                        + "convert_from(body, 'UTF8'), 'dance-[0-3]', 'track'), 'UTF8')"
                        + " where encode(body, 'escape') ~ 'dance-[0-3]'");

        var replayed = APP.owner()
                .post("/api/v1/events/parked/replay", Map.of("reason", "EVENT_TYPE_UNKNOWN"))
                .requireStatus(200)
                .json();

        assertThat(replayed.path("stored").asInt()).isEqualTo(4);
        assertThat(replayed.path("refused").asInt()).isPositive();
        assertThat(stored("group-3").get(EVENT.TYPE)).isEqualTo("A");
    }
}
