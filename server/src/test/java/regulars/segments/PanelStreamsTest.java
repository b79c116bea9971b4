package regulars.segments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import regulars.SettableClock;
import regulars.TestPostgres;
import regulars.kernel.Actor;
import regulars.segments.PanelPart.PanelTotal;
import regulars.warehouse.TestMirror;
import tools.jackson.databind.json.JsonMapper;

/** A question that would run for days is ended by its limit, by a newer one, and when its reader goes. */
class PanelStreamsTest {
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    private static final String ENDLESS = "select count(*) from range(100000000000000) as t(i) where i % 7 = 3";
    private static final PanelStreams.Panel PANEL = new PanelStreams.Panel(Actor.SYSTEM, new UUID(1, 1));

    private static TestPostgres postgres;
    private static TestMirror mirror;

    @BeforeAll
    static void mirror() {
        postgres = new TestPostgres().create();
        mirror = new TestMirror(postgres.dataSource(), new SettableClock(NOON));
        mirror.catchUp();
    }

    @AfterAll
    static void close() {
        mirror.close();
        postgres.close();
    }

    @Test
    void cutsASlowRuleOffAndSaysSo() {
        var out = new ByteArrayOutputStream();
        try (var streams = new PanelStreams(JsonMapper.shared(), Duration.ofMillis(1))) {
            streams.run(PANEL, out, stream -> endless(stream, new CountDownLatch(1)));
        }

        assertThat(lines(out)).hasSize(1).first().asString().contains("\"failure\"", "RULE_TOO_SLOW");
    }

    @Test
    void dropsTheQuestionBeforeWhenANewerComes() throws Exception {
        var older = new ByteArrayOutputStream();
        var newer = new ByteArrayOutputStream();
        var begun = new CountDownLatch(1);
        try (var streams = new PanelStreams(JsonMapper.shared(), Duration.ofMinutes(5))) {
            var first = CompletableFuture.runAsync(() -> streams.run(PANEL, older, stream -> endless(stream, begun)));
            assertThat(begun.await(1, TimeUnit.MINUTES)).isTrue();
            streams.run(PANEL, newer, stream -> stream.send(new PanelTotal(NOON, 1, 2)));
            first.get(1, TimeUnit.MINUTES);
        }

        assertThat(lines(older)).isEmpty();
        assertThat(lines(newer))
                .containsExactly("{\"part\":\"total\",\"asOf\":\"2026-11-01T12:00:00Z\",\"total\":1,\"base\":2}");
    }

    @Test
    void endsWhenNobodyListensAnyMore() {
        var gone = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException("the reader is gone");
            }
        };
        try (var streams = new PanelStreams(JsonMapper.shared(), Duration.ofMinutes(5))) {
            streams.run(PANEL, gone, stream -> endless(stream, new CountDownLatch(1)));
        }
    }

    private static void endless(PanelStream stream, CountDownLatch begun) {
        mirror.warehouse().read(stream.stop(), db -> {
            begun.countDown();
            return db.fetch(ENDLESS);
        });
    }

    private static List<String> lines(ByteArrayOutputStream out) {
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
