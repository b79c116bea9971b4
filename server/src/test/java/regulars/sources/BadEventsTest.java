package regulars.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static regulars.sources.TrackFixture.APP;
import static regulars.sources.TrackFixture.event;
import static regulars.sources.TrackFixture.json;
import static regulars.sources.TrackFixture.post;
import static regulars.sources.TrackFixture.send;
import static regulars.sources.TrackFixture.stored;
import static schema.collect.Tables.EVENT;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a hostile or broken sender may put on the wire: one clear refusal each, or plain text. */
class BadEventsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"event\":\"A\",\"userId\":\"u\",\"properties\":%s} | deep | EVENT_NESTED_TOO_DEEP",
                "{\"event\":\"A\",\"event\":\"B\",\"userId\":\"u\"} | | EVENT_FIELD_TWICE",
                "{\"event\":\"A\",\"userId\":\"u\",\"properties\":{\"a\":NaN}} | | EVENT_NOT_JSON",
                "{\"event\":\"A\",\"userId\":\"u\",\"properties\":{\"a\":Infinity}} | | EVENT_NOT_JSON",
                "{\"event\":\"A\",\"userId\":\"u\",\"properties\":{\"a\":1e999}} | | EVENT_NUMBER_UNUSABLE",
                "{\"event\":\"A\",\"userId\":\"u\",\"properties\":%s} | wide | EVENT_PROPERTIES_TOO_MANY",
                "{\"event\":\"A\",\"userId\":\"u\",\"properties\":{\"a\":\"%s\"}} | huge | EVENT_TOO_LARGE",
                "{\"event\":\"A\",\"userId\":\"u\",\"timestamp\":\"+999999999-01-01T00:00:00Z\"} | | EVENT_TIME_UNREADABLE",
                "{\"event\":\"A\",\"userId\":\"u\",\"properties\":[1]} | | EVENT_FIELD_INVALID",
                "{\"event\":{\"a\":1},\"userId\":\"u\"} | | EVENT_FIELD_INVALID",
                "<html>{\"event\":\"A\"}</html> | | EVENT_NOT_JSON"
            })
    void refusesEachWithOneReason(String body, String filling, String code) {
        var filled = filling == null ? body : body.formatted(fill(filling));

        assertThat(post("/v1/track", filled).requireStatus(400).code()).isEqualTo(code);
    }

    private static String fill(String filling) {
        return switch (filling) {
            case "deep" -> "{\"a\":".repeat(500) + "1" + "}".repeat(500);
            case "wide" ->
                IntStream.range(0, 2_500).mapToObj(i -> "\"" + i + "\":1").collect(Collectors.joining(",", "{", "}"));
            default -> "x".repeat(40_000);
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1251", "UTF-16", "UTF-16LE"})
    void refusesWhatIsNotUtf8WhateverItsHeaderSays(String charset) {
        var body = "{\"event\":\"Покупка\",\"userId\":\"u\"}".getBytes(Charset.forName(charset));

        assertThat(send("/v1/track", body).requireStatus(400).code()).isIn("EVENT_NOT_UTF8", "EVENT_NOT_JSON");
    }

    @Test
    void takesTheClockOfWhoIsYearsAheadForWhatItIs() {
        var ahead = event(
                "ahead-1",
                Map.of(
                        "event",
                        "A",
                        "userId",
                        "u",
                        "timestamp",
                        "2046-01-01T00:00:00Z",
                        "sentAt",
                        "2046-01-01T00:10:00Z"));
        post("/v1/track", ahead).requireStatus(200);

        var late = Duration.between(
                stored("ahead-1").get(EVENT.OCCURRED_AT), APP.clock().instant());
        assertThat(late).isBetween(Duration.ofMinutes(9), Duration.ofMinutes(12));
    }

    @Test
    void keepsNamesThatLookLikeSomethingElseAsTheTextTheyAre() {
        var name = "'; drop table collect.event;-- <img src=x onerror=alert(1)> \r\nBcc: x@y.z =1+1";
        var key = "<script>__proto__</script>\r\n=cmd|' /C calc'!A0";
        post("/v1/track", event("odd-1", Map.of("event", name, "userId", name, "properties", Map.of(key, name))))
                .requireStatus(200);
        var half = "{\"event\":\"Half \\ud83d and \\u0000\",\"userId\":\"u\",\"messageId\":\"odd-2\"}";
        send("/v1/track", half.getBytes(StandardCharsets.UTF_8)).requireStatus(200);

        assertThat(stored("odd-1").get(EVENT.TYPE)).isEqualTo(name);
        assertThat(json(stored("odd-1").get(EVENT.PROPERTIES).data()).path(key).asString())
                .isEqualTo(name);
        assertThat(stored("odd-2").get(EVENT.TYPE)).isEqualTo("Half \uFFFD and \uFFFD");
        assertThat(APP.owner().get("/api/v1/events/recent").json().path("items").valueStream())
                .anySatisfy(one -> assertThat(one.path("type").asString()).isEqualTo(name));
    }
}
