package regulars.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static regulars.sources.TrackFixture.APP;
import static regulars.sources.TrackFixture.KEY;
import static regulars.sources.TrackFixture.PAGE_KEY;
import static regulars.sources.TrackFixture.SITE;
import static regulars.sources.TrackFixture.await;
import static regulars.sources.TrackFixture.basic;
import static regulars.sources.TrackFixture.client;
import static regulars.sources.TrackFixture.event;
import static regulars.sources.TrackFixture.gzip;
import static regulars.sources.TrackFixture.json;
import static regulars.sources.TrackFixture.outcomes;
import static regulars.sources.TrackFixture.post;
import static regulars.sources.TrackFixture.send;
import static regulars.sources.TrackFixture.sentId;
import static regulars.sources.TrackFixture.stored;
import static regulars.sources.TrackFixture.subject;
import static schema.collect.Tables.EVENT;
import static schema.customers.Tables.CUSTOMER;

import java.io.IOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** The wire of events as libraries speak it. */
class TrackTest {
    @Test
    void storesEachKindOfCallAsItWasSent() {
        var sent = APP.clock().instant().minusSeconds(60);
        for (String call : List.of("identify", "page", "screen", "group", "alias")) {
            post("/v1/" + call, event("kind-" + call, Map.of("userId", "k-1", "name", "Pricing")))
                    .requireStatus(200);
        }
        var body = event(
                "kind-track",
                Map.of(
                        "userId", 17,
                        "event", "Order Completed",
                        "timestamp", sent.toString(),
                        "context", Map.of("ip", "203.0.113.7"),
                        "properties", Map.of("total", 27.5, "name", "Пётр")));
        var answer = post("/v1/track", body).requireStatus(200).json();

        var stored = stored("kind-track");
        assertThat(answer.path("items").get(0).path("outcome").asString()).isEqualTo("stored");
        assertThat(post("/v1/track", body).header("Set-Cookie"))
                .as("no cookie for who sends")
                .isEmpty();
        assertThat(stored.get(EVENT.TYPE)).isEqualTo("Order Completed");
        assertThat(stored.get(EVENT.SOURCE)).isEqualTo("track shop");
        assertThat(stored.get(EVENT.OCCURRED_AT)).isEqualTo(sent.truncatedTo(ChronoUnit.MICROS));
        assertThat(json(stored.get(EVENT.PROPERTIES).data())).isEqualTo(json("{\"total\":27.5,\"name\":\"Пётр\"}"));
        assertThat(json(stored.get(EVENT.SENT).data())
                        .path("context")
                        .path("ip")
                        .asString())
                .isEqualTo("203.0.113.7");
        assertThat(subject(stored)).isEqualTo("external track shop 17");
        assertThat(stored("kind-page").get(EVENT.TYPE)).isEqualTo("page");
    }

    @Test
    void answersForEachOfABatchAndTakesTheGoodOnesInWhateverTheirNeighboursAre() {
        var large = "x".repeat(33_000);
        var batch = """
                {"batch":[{"type":"track","event":"A","userId":"u","messageId":"n-1"},
                {"type":"track","event":},
                {"type":"track","event":"B","userId":"u","messageId":"n-2","properties":{"a":1,"a":2}},
                {"type":"track","event":"C","userId":"u","properties":{"text":"%s"}},
                {"type":"track","event":"D","userId":"u","properties":{"rate":NaN}},
                {"type":"dance","userId":"u"},{"type":"track","userId":"u"},{"type":"track","event":"E"},
                7,
                {"type":"track","event":"F","userId":"u","timestamp":"yesterday"},
                {"type":"track","event":"Z","userId":"u","messageId":"n-3"},
                {"type":"track","event":"A","userId":"u","messageId":"n-1"}],"sentAt":"2026-01-01T00:00:00Z"}""".formatted(large);

        var answer = send("/v1/batch", batch.getBytes(StandardCharsets.UTF_8))
                .requireStatus(200)
                .json();

        assertThat(answer.path("items")
                        .valueStream()
                        .map(item ->
                                item.path("code").asString(item.path("outcome").asString())))
                .containsExactly(
                        "stored",
                        "EVENT_NOT_JSON",
                        "EVENT_FIELD_TWICE",
                        "EVENT_TOO_LARGE",
                        "EVENT_NOT_JSON",
                        "EVENT_TYPE_UNKNOWN",
                        "EVENT_NAME_MISSING",
                        "EVENT_SUBJECT_MISSING",
                        "EVENT_NOT_JSON",
                        "EVENT_TIME_UNREADABLE",
                        "stored",
                        "duplicate");
        assertThat(stored("n-3").get(EVENT.TYPE)).isEqualTo("Z");
        var cut = "{\"batch\":[" + event("n-4", Map.of("type", "track", "event", "A", "userId", "u"))
                + ",{\"type\":\"tra";
        assertThat(outcomes(send("/v1/batch", cut.getBytes(StandardCharsets.UTF_8))))
                .containsExactly("stored", "refused");
    }

    @Test
    void readsPackedBodiesWhateverTheirHeadersSay() throws IOException {
        var body = "{\"batch\":[" + event("z-%s", Map.of("type", "track", "event", "A", "userId", "u")) + "]}";
        var form = APP.stranger().with("Authorization", basic(KEY)).with("Content-Encoding", "gzip");
        var packed = BodyPublishers.ofByteArray(gzip(body.formatted("1")));
        var plain = BodyPublishers.ofString(body.formatted("2"));
        var unnamed = BodyPublishers.ofByteArray(gzip(body.formatted("3")));

        form.send("POST", "/v1/batch", packed, "application/x-www-form-urlencoded")
                .requireStatus(200);
        form.send("POST", "/v1/batch", plain, "application/json").requireStatus(200);
        client(KEY).send("POST", "/v1/import/", unnamed, "text/plain").requireStatus(200);
        var bomb = BodyPublishers.ofByteArray(gzip(" ".repeat(50_000_000)));
        var refused = client(KEY).send("POST", "/v1/batch", bomb, "application/json");
        var broken = BodyPublishers.ofByteArray(new byte[] {0x1f, (byte) 0x8b, 7, 7});

        assertThat(List.of(stored("z-1"), stored("z-2"), stored("z-3"))).hasSize(3);
        assertThat(refused.requireStatus(413).code()).isEqualTo("WIRE_BODY_TOO_LARGE");
        assertThat(client(KEY)
                        .send("POST", "/v1/batch", broken, "application/json")
                        .requireStatus(400)
                        .code())
                .isEqualTo("WIRE_NOT_UNPACKED");
    }

    @Test
    void takesTheKeyFromTheBodyAndKeepsNoneAnywhere() {
        var body = "{\"batch\":[" + event("body-1", Map.of("type", "track", "event", "A", "userId", "u"))
                + "],\"writeKey\":\"" + KEY + "\"}";
        var stranger = APP.stranger();
        stranger.send("POST", "/v1/import", BodyPublishers.ofString(body), "application/json")
                .requireStatus(200);
        var poison = event("body-2", Map.of("userId", "u", "writeKey", KEY));
        var refused = stranger.send("POST", "/v1/track", BodyPublishers.ofString(poison), "application/json");
        stranger.send(
                        "POST",
                        "/v1/track",
                        BodyPublishers.ofString(event("body-3", Map.of("event", "A", "userId", "u", "writeKey", KEY))),
                        "application/json")
                .requireStatus(200);

        assertThat(refused.requireStatus(400).code()).isEqualTo("EVENT_NAME_MISSING");
        assertThat(stored("body-1").get(EVENT.TYPE)).isEqualTo("A");
        var kept = APP.dsl()
                .fetch(
                        "select sent::text from collect.event where sent::text like {0}"
                                + " union all select encode(body, 'escape') from collect.parked_event"
                                + " where encode(body, 'escape') like {0}",
                        DSL.val("%" + KEY + "%"));
        assertThat(kept).isEmpty();
    }

    @Test
    void refusesWrongKeysAndKeysWithoutTheRightAndGivesNothingBack() {
        var other = APP.owner()
                .post("/api/v1/api-keys", Map.of("name", "track reader", "permissions", List.of("customers.read")))
                .requireStatus(201)
                .json()
                .path("key")
                .asString();
        var body = event("never", Map.of("event", "A", "userId", "u"));

        for (String key : List.of("rk_guessed", "", other, PAGE_KEY)) { // the last one without its site
            assertThat(client(key)
                            .send("POST", "/v1/track", BodyPublishers.ofString(body), "application/json")
                            .code())
                    .as(key)
                    .isEqualTo("API_KEY_REFUSED");
        }
        assertThat(APP.dsl().fetchCount(EVENT, sentId("never"))).isZero();
        assertThat(client(KEY).get("/v1/track").text()).doesNotContain("outcome");
        assertThat(APP.stranger()
                        .withKey(PAGE_KEY)
                        .with("Origin", SITE)
                        .get("/api/v1/events/recent")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void letsAKeyOfAPageNameVisitorsOnly() {
        post(
                        "/v1/identify",
                        event("page-0", Map.of("userId", "known-1", "traits", Map.of("email", "known@track.example"))))
                .requireStatus(200);
        var page = APP.stranger().with("Authorization", basic(PAGE_KEY)).with("Origin", SITE);
        var claim = event(
                "page-1",
                Map.of("userId", "known-1", "anonymousId", "a-1", "traits", Map.of("email", "thief@track.example")));
        var first = page.send("POST", "/v1/identify", BodyPublishers.ofString(claim), "text/plain")
                .requireStatus(200);
        var again = page.send("POST", "/v1/identify", BodyPublishers.ofString(claim), "text/plain")
                .requireStatus(200);
        page.send(
                        "POST",
                        "/v1/track",
                        BodyPublishers.ofString(event("page-2", Map.of("event", "A", "userId", "known-1"))),
                        "application/json")
                .requireStatus(200);
        await("known@track.example");

        assertThat(subject(stored("page-1"))).isEqualTo("anonymous track shop a-1");
        assertThat(subject(stored("page-2"))).isEqualTo("anonymous track shop claimed:known-1");
        assertThat(stored("page-1").get(EVENT.SOURCE)).isEqualTo("browser:track shop");
        assertThat(again.text()).as("tells nobody what is there").isEqualTo(first.text());
        assertThat(first.response().headers().firstValue("Access-Control-Allow-Origin"))
                .contains(SITE);
        assertThat(APP.dsl().fetchCount(CUSTOMER, CUSTOMER.EMAIL.eq("thief@track.example")))
                .isZero();
    }

    @Test
    void makesTraitsOfAServerKnownAndCorrectsThem() {
        post(
                        "/v1/identify",
                        event(
                                "id-1",
                                Map.of(
                                        "userId",
                                        "t-1",
                                        "traits",
                                        Map.of(
                                                "email",
                                                "Peter@Track.example",
                                                "firstName",
                                                "Пётр",
                                                "phone",
                                                "not one",
                                                "birthday",
                                                "1990-02-30"))))
                .requireStatus(200);
        await("peter@track.example");
        post(
                        "/v1/identify",
                        event("id-2", Map.of("userId", "t-1", "traits", Map.of("firstName", "=cmd|' /C calc'!A0"))))
                .requireStatus(200);
        APP.bean(TraitIntake.class).run();

        var known = APP.dsl()
                .selectFrom(CUSTOMER)
                .where(CUSTOMER.EMAIL.eq("peter@track.example"))
                .fetchSingle();
        assertThat(known.getGivenName()).isEqualTo("=cmd|' /C calc'!A0");
        assertThat(known.getPhone())
                .as("what cannot be read stays with the event")
                .isNull();
        assertThat(json(stored("id-1").get(EVENT.PROPERTIES).data())
                        .path("birthday")
                        .asString())
                .isEqualTo("1990-02-30");
    }

    @Test
    void tellsBrowsersOfTheSitesOfItsKeysOnlyThatTheyMaySend() {
        assertThat(preflight(SITE).firstValue("Access-Control-Allow-Origin")).contains(SITE);
        assertThat(preflight(SITE).firstValue("Access-Control-Allow-Methods")).contains("POST");
        assertThat(preflight("https://evil.example.com").firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
        var server = client(KEY)
                .with("Origin", "https://evil.example.com")
                .send("POST", "/v1/track", BodyPublishers.ofString("{}"), "text/plain");
        assertThat(server.response().headers().firstValue("Access-Control-Allow-Origin"))
                .as("a key of a server is for no page")
                .isEmpty();
    }

    private static HttpHeaders preflight(String site) {
        return APP.stranger()
                .with("Origin", site)
                .with("Access-Control-Request-Method", "POST")
                .with("Access-Control-Request-Headers", "authorization")
                .send("OPTIONS", "/v1/track", null, "text/plain")
                .requireStatus(204)
                .response()
                .headers();
    }
}
